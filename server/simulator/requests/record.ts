import { RequestFailure, STATUS } from '../wire/requestStatus.js';
import type { Floor, Handlers } from './handler.js';

export const record: Handlers = {
  GetRecordStatus: (_fields, { booth }) => booth.recording.status(),
  StartRecord(_fields, { booth }) {
    if (booth.recording.isActive) throw new RequestFailure(STATUS.outputRunning, '');
    booth.recording.start();
  },
  StopRecord(_fields, floor) {
    refuseIdle(floor);
    floor.booth.recording.stop();
    return { outputPath: floor.booth.recording.path };
  },
  ToggleRecord(_fields, { booth }) {
    const wasActive = booth.recording.isActive;
    if (wasActive) booth.recording.stop();
    else booth.recording.start();
    return { outputActive: !wasActive };
  },
  /** Idle is no error here: OBS says OK and does nothing. */
  PauseRecord(_fields, { booth }) {
    if (booth.recording.isPaused) throw new RequestFailure(STATUS.outputPaused, '');
    booth.recording.pause();
  },
  ResumeRecord(_fields, { booth }) {
    if (!booth.recording.isPaused) throw new RequestFailure(STATUS.outputNotPaused, '');
    booth.recording.resume();
  },
  ToggleRecordPause(_fields, { booth }) {
    const wasPaused = booth.recording.isPaused;
    if (wasPaused) booth.recording.resume();
    else booth.recording.pause();
    return { outputPaused: !wasPaused };
  },
  SplitRecordFile(_fields, floor) {
    refuseIdle(floor);
    if (floor.booth.recording.split()) return;
    throw new RequestFailure(
      STATUS.requestProcessingFailed,
      'Verify that file splitting is enabled in the output settings.',
    );
  },
  CreateRecordChapter(fields, floor) {
    refuseIdle(floor);
    const name = fields.has('chapterName') ? fields.text('chapterName') : null;
    if (floor.booth.recording.chapter(name)) return;
    throw new RequestFailure(
      STATUS.requestProcessingFailed,
      'Verify that the output format supports chapters.',
    );
  },
  GetRecordDirectory: (_fields, { booth }) => ({ recordDirectory: booth.profiles.recordDirectory }),
  SetRecordDirectory(fields, { booth }) {
    booth.profiles.set('SimpleOutput', 'FilePath', fields.text('recordDirectory'));
  },
};

function refuseIdle({ booth }: Floor): void {
  if (!booth.recording.isActive) throw new RequestFailure(STATUS.outputNotRunning, '');
}
