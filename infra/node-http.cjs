// Stands for `node:http` in the bundle, see bundle-function.ts.
module.exports = process.getBuiltinModule('node:http');
