/** Why a request is refused (the protocol document's "RequestStatus"); those that this simulator can say by itself. */
export const STATUS = {
  success: 100,
  unknownRequestType: 204,
  genericError: 205,
  unsupportedBatchExecution: 206,
  notReady: 207,
  missingRequestField: 300,
  missingRequestData: 301,
  invalidRequestField: 400,
  invalidRequestFieldType: 401,
  requestFieldOutOfRange: 402,
  requestFieldEmpty: 403,
  tooManyRequestFields: 404,
  outputRunning: 500,
  outputNotRunning: 501,
  outputPaused: 502,
  outputNotPaused: 503,
  studioModeNotActive: 506,
  resourceNotFound: 600,
  resourceAlreadyExists: 601,
  invalidResourceType: 602,
  notEnoughResources: 603,
  invalidResourceState: 604,
  invalidInputKind: 605,
  requestProcessingFailed: 702,
} as const;

/** Thrown by a request that is refused; the connection goes on. `comment` is empty where the real one says nothing. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';

  constructor(
    readonly code: number,
    readonly comment: string,
  ) {
    super(comment);
  }
}
