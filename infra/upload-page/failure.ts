/** Why a file did not arrive. */
export type Failure =
  // Before anything is sent
  | 'several'
  | 'unreadable'
  | 'lockFile'
  | 'hiddenFile'
  | 'empty'
  | 'tooLarge'
  | 'picture'
  | 'oldExcel'
  // On the way, or by S3
  | 'broken'
  | 'busy'
  | 'withdrawn'
  | 'refused';
