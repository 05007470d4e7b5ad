/** @file The header of a frame. Generated from app/wire/frame.py by `make generate`: edit that. */

export const MAGIC = 0x31524843;
export const HEADER_BYTES = 72;
export const TRAINING = 1;
export const KEPT = 2;

/** @param {DataView} view of a frame, which is as long as its header at least */
export const readHeader = (view) => ({
  magic: view.getUint32(0, true),
  flags: view.getUint32(4, true),
  revision: view.getUint32(8, true),
  count: view.getUint32(12, true),
  step: view.getFloat64(16, true),
  epoch: view.getFloat64(24, true),
  train_cost: view.getFloat64(32, true),
  test_cost: view.getFloat64(40, true),
  batch_cost: view.getFloat64(48, true),
  train_accuracy: view.getFloat32(56, true),
  test_accuracy: view.getFloat32(60, true),
  measured_rate: view.getFloat32(64, true),
  batch_samples: view.getUint32(68, true),
});
