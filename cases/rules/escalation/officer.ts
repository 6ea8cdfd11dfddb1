/** What an officer does with an escalation that he did not file himself. */
import type { OfficerAction } from './actions.ts';
import { answerComplaint, answerProposal, callBackDone, commentByDesk } from './answers.ts';
import { close, reopen } from './close.ts';
import { pronounce } from './decision.ts';
import { askMore, type At, type Drafted, handOverTo, moreReceived, summarise, take, takeOver } from './desk.ts';
import { order, orderBlocked, orderCarriedOut } from './orders.ts';
import { unpublish } from './publication.ts';
import { assignRegisseur } from './regisseur.ts';

export const asOfficer = (at: At, action: OfficerAction): Drafted => {
  switch (action.kind) {
    case 'take':
      return take(at, action);
    case 'take-over':
      return takeOver(at, action);
    case 'hand-over':
      return handOverTo(at, action);
    case 'ask-more':
      return askMore(at, action);
    case 'more-received':
      return moreReceived(at, action);
    case 'decide':
      return pronounce(at, action);
    case 'order':
      return order(at, action);
    case 'order-carried-out':
      return orderCarriedOut(at, action);
    case 'order-blocked':
      return orderBlocked(at, action);
    case 'assign-regisseur':
      return assignRegisseur(at, action);
    case 'answer-proposal':
      return answerProposal(at, action);
    case 'summarise':
      return summarise(at, action);
    case 'comment':
      return commentByDesk(at, action);
    case 'call-back-done':
      return callBackDone(at, action);
    case 'answer-complaint':
      return answerComplaint(at, action);
    case 'close':
      return close(at, action);
    case 'unpublish':
      return unpublish(at);
    case 'reopen':
      return reopen(at, action);
  }
};
