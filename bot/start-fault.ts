/** A reason not to start, in words for an operator. */
export class StartFault extends Error {}

/** What our own folders throw at the start is written for an operator; anything else is a fault in the program. */
export async function orRefuse<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Failed to '))
      throw new StartFault(error.message, { cause: error });
    // The system's own words name the call and the path: an operator can act on that.
    if (error instanceof Error && 'syscall' in error)
      throw new StartFault(`Failed to start: ${error.message}.`, { cause: error });
    throw error;
  }
}
