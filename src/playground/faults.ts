/** Discord's nested tree of faults: keys as in the body, `_errors` where something is wrong. */
export type FaultTree = { _errors?: { code: string; message: string }[]; [key: string]: unknown };

/** A refusal in Discord's own form: an HTTP status and the JSON `{ code, message, errors }`. */
export class DiscordFault extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: FaultTree | undefined;

  constructor(status: number, code: number, message: string, errors?: FaultTree) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  toJSON() {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) };
  }
}

const fault = (status: number, code: number, message: string) => () =>
  new DiscordFault(status, code, message);

/** The refusals that the local Discord knows, named as in Discord's list of JSON error codes. */
export const faults = {
  notFound: fault(404, 0, '404: Not Found'),
  unauthorized: fault(401, 0, '401: Unauthorized'),
  missingAccess: fault(403, 50001, 'Missing Access'),
  notYourApplication: fault(403, 20012, 'You are not authorized to perform this action on this application'),
  unknownChannel: fault(404, 10003, 'Unknown Channel'),
  unknownMessage: fault(404, 10008, 'Unknown Message'),
  unknownWebhook: fault(404, 10015, 'Unknown Webhook'),
  unknownInteraction: fault(404, 10062, 'Unknown interaction'),
  unknownCommand: fault(404, 10063, 'Unknown application command'),
  alreadyAcknowledged: fault(400, 40060, 'Interaction has already been acknowledged.'),
  notTheAuthor: fault(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: fault(400, 50006, 'Cannot send an empty message'),
  invalidWebhookToken: fault(401, 50027, 'Invalid Webhook Token'),
  invalidJson: fault(400, 50109, 'The request body contains invalid JSON.'),
};
