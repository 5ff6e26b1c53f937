import { renderFormErrors } from '../check/form-fault.ts';
import type { FormFault } from '../check/form-fault.ts';

/** What the API refuses. https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly faults: readonly FormFault[];

  constructor(
    status: number,
    code: number,
    about: { readonly message: string; readonly faults?: readonly FormFault[] },
  ) {
    super(about.message);
    this.status = status;
    this.code = code;
    this.faults = about.faults ?? [];
  }

  get body(): unknown {
    const errors = this.faults.length === 0 ? {} : { errors: renderFormErrors(this.faults) };
    return { message: this.message, code: this.code, ...errors };
  }
}

export function invalidForm(faults: readonly FormFault[]): ApiError {
  return new ApiError(400, 50035, { message: 'Invalid Form Body', faults });
}

export const refusals = {
  unauthorized: () => new ApiError(401, 0, { message: '401: Unauthorized' }),
  unknownRoute: () => new ApiError(404, 0, { message: '404: Not Found' }),
  unknownChannel: () => new ApiError(404, 10003, { message: 'Unknown Channel' }),
  unknownGuild: () => new ApiError(404, 10004, { message: 'Unknown Guild' }),
  unknownMember: () => new ApiError(404, 10007, { message: 'Unknown Member' }),
  unknownMessage: () => new ApiError(404, 10008, { message: 'Unknown Message' }),
  unknownUser: () => new ApiError(404, 10013, { message: 'Unknown User' }),
  unknownWebhook: () => new ApiError(404, 10015, { message: 'Unknown Webhook' }),
  unknownInteraction: () => new ApiError(404, 10062, { message: 'Unknown interaction' }),
  alreadyAcknowledged: () =>
    new ApiError(400, 40060, { message: 'Interaction has already been acknowledged.' }),
  tooManyFollowUps: () =>
    new ApiError(400, 40094, {
      message: 'This interaction has reached its maximum number of follow up messages',
    }),
  tooLarge: () => new ApiError(413, 40005, { message: 'Request entity too large' }),
  missingAccess: () => new ApiError(403, 50001, { message: 'Missing Access' }),
  notYourMessage: () =>
    new ApiError(403, 50005, { message: 'Cannot edit a message authored by another user' }),
  emptyMessage: () => new ApiError(400, 50006, { message: 'Cannot send an empty message' }),
  cannotMessageUser: () =>
    new ApiError(403, 50007, { message: 'Cannot send messages to this user' }),
  notInThisChannel: () =>
    new ApiError(400, 50024, { message: 'Cannot execute action on this channel type' }),
  missingPermissions: () => new ApiError(403, 50013, { message: 'Missing Permissions' }),
  invalidWebhookToken: () => new ApiError(401, 50027, { message: 'Invalid Webhook Token' }),
  invalidJson: () =>
    new ApiError(400, 50109, { message: 'The request body contains invalid JSON.' }),
  cannotReply: () =>
    new ApiError(400, 160002, {
      message: 'Cannot reply without permission to read message history',
    }),
  threadExists: () =>
    new ApiError(400, 160004, { message: 'A thread has already been created for this message' }),
} as const;
