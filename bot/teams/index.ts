/** bot/teams/: the Teams channel. Decides who is believed and how far a send got; decides nothing about cases. */
export type { TeamsRequest, TeamsResponse } from './adapter.ts';
export { chatLink } from './chat-link.ts';
export {
  makePlaygroundChannel,
  makeTeamsChannel,
  type TeamsChannel,
  type TeamsChannelOptions,
  type TeamsCredentials,
} from './channel.ts';
export type { Deliver } from './deliver.ts';
export type { TeamsSentences } from './receive.ts';
