export const reportUsage = `Usage: npm run import -- report COMMAND ...

What became of imports, from their reports. Times are UTC.

  report list                every import, the newest first
    --merchant ID            of one merchant (default: of all)
    --since, --until TIME    those that began then: 2026-11-01, 2026-11-01T08:00Z, 12h, 7d or 4w
                             (ago); the day of --until counts
  report get IMPORT          the report of one import; IMPORT is its id, or at least 6 characters of
                             its beginning, or the word latest with --merchant
    --merchant ID            where to look (default: everywhere)
    --format FORMAT          json, xlsx, html or csv (made from the JSON, a line for each row)
    --out DIR                writes DIR/report.FORMAT; without --format all that are stored.
                             Without --out, json and csv go to stdout, xlsx and html into this
                             directory, named for the merchant and the import
  report find TEXT           rows by request id (of a create or a link), SKU, klikit id or key
    --merchant ID, --since, --until TIME
  report summary             how it goes with each merchant, those to look at first
    --since, --until TIME

  --json                     one JSON document on stdout, and nothing else
  --bucket NAME              the results bucket on AWS (or RESULTS_BUCKET in the environment), with
                             the credentials and the region that the AWS CLI would use
  --state DIR                without a bucket: what this machine imported (default: .local)
  --api URL                  of that, what went to another klikit than the sandbox

Exit status: 0 found; 1 nothing found; 3 could not run.`;
