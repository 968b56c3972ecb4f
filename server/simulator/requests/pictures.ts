import { createHash } from 'node:crypto';
import { KINDS } from '../booth/kinds.js';
import type { Source } from '../booth/sources.js';
import type { Fields } from '../fields.js';
import { RequestFailure, STATUS } from '../wire/requestStatus.js';
import type { Handlers } from './handler.js';
import { JPEG } from './jpeg.js';
import { sourceOf } from './lookup.js';
import { png } from './png.js';

/** What `GetVersion` promises and `GetSourceScreenshot` keeps. */
export const PICTURE_FORMATS = ['jpeg', 'jpg', 'png'];

const SMALLEST = 8;
const LARGEST = 4096;

export const pictures: Handlers = {
  GetSourceActive(fields, floor) {
    const { booth } = floor;
    const source = sourceOf(fields, floor, 'source');
    return { videoActive: booth.program.seen.has(source), videoShowing: booth.shown().has(source) };
  },
  GetSourceScreenshot(fields, floor) {
    const source = sourceOf(fields, floor, 'source');
    const format = fields.text('imageFormat');
    if (!PICTURE_FORMATS.includes(format)) {
      throw new RequestFailure(
        STATUS.invalidRequestField,
        'Your specified image format is invalid or not supported by this system.',
      );
    }
    const width = side(fields, 'imageWidth', 320);
    const height = side(fields, 'imageHeight', Math.max(SMALLEST, Math.round((width * 9) / 16)));
    if (fields.has('imageCompressionQuality')) fields.number('imageCompressionQuality', -1, 100);
    if (!hasPicture(source)) {
      throw new RequestFailure(STATUS.requestProcessingFailed, 'Failed to render screenshot.');
    }
    return {
      imageData: format === 'png' ? drawn(source, width, height) : `data:image/${format};base64,${JPEG}`,
    };
  },
  GetSourceFilterList(fields, floor) {
    sourceOf(fields, floor, 'source');
    return { filters: [] };
  },
};

function side(fields: Fields, name: string, otherwise: number): number {
  return fields.has(name) ? fields.number(name, SMALLEST, LARGEST) : otherwise;
}

function hasPicture(source: Source): boolean {
  if (source.type === 'scene') return true;
  const isTone = String(source.settings['input']).startsWith('sine');
  return KINDS[source.kind]?.hasPicture === true && !isTone;
}

/** Each source has a colour of its own, and one that plays moves. */
function drawn(source: Source, width: number, height: number): string {
  const rgb = [...createHash('md5').update(source.uuid).digest().subarray(0, 3)].map((byte) => byte >> 1);
  const isMoving = source.type === 'scene' || KINDS[source.kind]?.hasMedia === true;
  const column = isMoving ? Math.floor(performance.now() / 100) : 0;
  return `data:image/png;base64,${png(width, height, rgb, column).toString('base64')}`;
}
