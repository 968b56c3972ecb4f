import type { Handler } from '../handler.js';

export const acknowledge: Handler<'loss.acknowledge'> = ({ store }, { params: { lossId } }) => {
  store.commit({ set: {}, gone: [`loss:${lossId}`] }, { flush: true });
};
