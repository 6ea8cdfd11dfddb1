import { makeMemoryRegister } from '../../register/index.ts';
import { registerContract } from '../support/register-contract.ts';

registerContract('memory', () => Promise.resolve(makeMemoryRegister()));
