/** The package has types but its `exports` do not lead to them; its interface is better-sqlite3's. */
declare module 'better-sqlite3-multiple-ciphers' {
  import Database = require('better-sqlite3');
  export = Database;
}
