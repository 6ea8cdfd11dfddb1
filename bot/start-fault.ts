/** A reason not to start, in words for an operator. */
export class StartFault extends Error {}
