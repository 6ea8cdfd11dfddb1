/** Lets one thing happen in the world, and checks it against the model. */
import { decide, type EscalationCommand } from '../../../../../cases/rules/escalation.ts';
import { officerAction, parentAction } from './actions.ts';
import type { Crash, Happening } from './happenings.ts';
import { expected } from './model.ts';
import { look, send } from './rounds.ts';
import { dayIn, dayMs, must, people, phaseOf, picked, start, type World } from './world.ts';

const joiners = [
  { kind: 'worker', id: 'w-1', name: 'Wil' },
  { kind: 'worker', id: 'w-2', name: 'Wim' },
  { kind: 'officer', id: 'officer-1', name: 'Olga' },
] as const;

const carryOut = (world: World, command: EscalationCommand, crash: Crash, isReplay = false) => {
  const next = isReplay ? world.model.phase : expected(world, command);
  const outcome = decide(world.disk, command, world.context());
  if (crash === 'before') return;
  if (outcome.kind === 'changed') {
    must(!isReplay, `a replay of ${command.kind} changes nothing`);
    world.write(outcome.familyCase);
    world.commands.push(command);
    if (next === 'decided' && world.model.phase === 'open') world.model.decisions += 1;
    if (next === 'open' && world.model.phase !== 'open') world.model.rounds += 1;
    world.model.phase = next;
    if (crash === 'after')
      must(decide(world.disk, command, world.context()).kind === 'unchanged', 'the same command again changes nothing');
  }
  must(phaseOf(world.escalation) === next, `${command.kind} in ${world.model.phase} gives ${next}`);
  world.model.phase = next;
};

export const happen = (world: World, happening: Happening, place: number) => {
  const commandId = `command-${place}`;
  const escalationId = world.escalation.id;
  switch (happening.kind) {
    case 'officer': {
      const by = picked(world.officers(), happening.who);
      if (by === undefined) return;
      const action = officerAction(world, happening.what, happening.pick);
      const command = { kind: 'officer', commandId, by, target: { escalationId }, action } as const;
      carryOut(world, command, happening.crash);
      return;
    }
    case 'parent': {
      const who = { commandId, answeredAt: 'web:1', escalationId };
      if (happening.what === 'withdraw') {
        carryOut(world, { kind: 'withdraw', by: 'parent', reason: '', ...who }, happening.crash);
        return;
      }
      const action = parentAction(world, happening.what, happening.pick);
      carryOut(world, { kind: 'react', by: { kind: 'parent' }, action, ...who }, happening.crash);
      return;
    }
    case 'joins': {
      const by = picked(joiners, happening.who);
      if (by === undefined) return;
      const answers = { complex: 'no', stuck: 'unknown', harm: 'unknown' } as const;
      const filing = { ownWords: `Woorden ${place}`, summary: null, answers, replyTo: null };
      carryOut(world, { kind: 'file', commandId, by, followCodeHash: `hash-${place}`, ...filing }, happening.crash);
      return;
    }
    case 'other': {
      const other = world.others.at(-1);
      const by = picked(world.officers(), happening.pick);
      if (other === undefined || by === undefined) return;
      const action = officerAction(world, happening.what, happening.pick);
      const command = { kind: 'officer', commandId, by, target: { escalationId: other.id }, action } as const;
      carryOut(world, command, happening.crash);
      return;
    }
    case 'replay': {
      const command = picked(world.commands, happening.pick);
      const kept = world.disk.processed.some((one) => one.commandId === command?.commandId);
      command !== undefined && kept ? carryOut(world, command, 'none', true) : undefined;
      return;
    }
    case 'days':
      world.now = new Date(Math.max(start.getTime(), world.now.getTime() + happening.days * dayMs));
      return;
    case 'look': {
      look(world);
      return;
    }
    case 'send': {
      send(world, happening.outcome);
      return;
    }
    case 'away': {
      const one = picked(people, happening.who);
      const absence = { from: dayIn(world, 0), until: dayIn(world, happening.days), deputy: null };
      if (one !== undefined) world.away[one.id] = [absence];
      return;
    }
    case 'leaves': {
      const one = picked(people, happening.who);
      if (one === undefined) return;
      if (world.gone.has(one.id)) world.gone.delete(one.id);
      else if (world.gone.size < people.length - 1) world.gone.add(one.id);
      return;
    }
  }
};
