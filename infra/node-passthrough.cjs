// Stands for `readable-stream/passthrough` in the bundle, see bundle-function.ts.
module.exports = process.getBuiltinModule('node:stream').PassThrough;
