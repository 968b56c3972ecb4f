import { freemem, totalmem } from 'node:os';
import { RequestFailure, STATUS } from '../wire/requestStatus.js';
import type { Handlers } from './handler.js';
import { notFound } from './lookup.js';
import { PICTURE_FORMATS } from './pictures.js';

const FPS = 30;
const startedAt = performance.now();

export const general: Handlers = {
  GetVersion: (_fields, { dialect, availableRequests }) => ({
    obsVersion: dialect.obsVersion,
    obsWebSocketVersion: dialect.obsWebSocketVersion,
    rpcVersion: 1,
    availableRequests: availableRequests(),
    supportedImageFormats: PICTURE_FORMATS,
    platform: 'simulator',
    platformDescription: 'A simulated OBS',
  }),
  GetStats: (_fields, { booth, traffic }) => ({
    cpuUsage: 4,
    memoryUsage: (totalmem() - freemem()) / 1024 / 1024,
    availableDiskSpace: booth.diskFreeMib,
    activeFps: FPS,
    averageFrameRenderTime: 2,
    renderSkippedFrames: 0,
    renderTotalFrames: Math.round(((performance.now() - startedAt) / 1000) * FPS),
    outputSkippedFrames: 0,
    outputTotalFrames: 0,
    webSocketSessionIncomingMessages: traffic.incoming,
    webSocketSessionOutgoingMessages: traffic.outgoing,
  }),
  GetVideoSettings: () => ({
    baseWidth: 1920,
    baseHeight: 1080,
    outputWidth: 1920,
    outputHeight: 1080,
    fpsNumerator: FPS,
    fpsDenominator: 1,
  }),
  BroadcastCustomEvent(fields, { booth }) {
    booth.emit('CustomEvent', fields.object('eventData'));
  },
  CallVendorRequest(fields) {
    fields.text('vendorName');
    fields.text('requestType');
    if (fields.has('requestData')) fields.filledObject('requestData');
    notFound('No vendor was found by that name.');
  },
  /** Sleeping has a meaning in serial batches only, where the batch itself does it. */
  Sleep() {
    throw new RequestFailure(STATUS.unsupportedBatchExecution, '');
  },
};
