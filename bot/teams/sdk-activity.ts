/** The SDK wants every field of an Activity to be there; this fills in what the gate let through. */
import type { Activity } from 'botbuilder';
import type { InboundActivity } from './gate.ts';

export function toSdkActivity(activity: InboundActivity): Activity {
  const { conversation, from, recipient } = activity;
  return {
    type: activity.type,
    ...(activity.id ? { id: activity.id } : {}),
    ...(activity.name ? { name: activity.name } : {}),
    ...(activity.locale ? { locale: activity.locale } : {}),
    ...(activity.replyToId ? { replyToId: activity.replyToId } : {}),
    channelId: activity.channelId ?? '',
    serviceUrl: activity.serviceUrl ?? '',
    text: activity.text ?? '',
    value: activity.value,
    from: { id: from.id, name: '', aadObjectId: from.aadObjectId ?? '' },
    recipient: { id: recipient.id, name: '' },
    conversation: {
      id: conversation.id,
      name: '',
      isGroup: conversation.isGroup ?? false,
      conversationType: conversation.conversationType ?? '',
      tenantId: conversation.tenantId ?? '',
    },
    label: '',
    valueType: '',
    callerId: '',
    localTimezone: '',
    listenFor: [],
  };
}
