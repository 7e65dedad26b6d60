// A Bluesky server (PDS) with its own directory of accounts, on this machine, for one test. Prints its address when ready.
import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { createRequire } from "node:module";
import { join } from "node:path";

const [, , folder] = process.argv;
const require = createRequire(import.meta.url);

// package.json puts libsql in the place of better-sqlite3, since it comes built; it gives ArrayBuffers instead of Buffers.
const Database = require("better-sqlite3");
const buffered = (row) => {
  if (row instanceof ArrayBuffer) return Buffer.from(row);
  if (Array.isArray(row)) return row.map(buffered);
  if (row && typeof row === "object" && !Buffer.isBuffer(row))
    for (const name of Object.keys(row)) row[name] = buffered(row[name]);
  return row;
};
const prepare = Database.prototype.prepare;
Database.prototype.prepare = function (...given) {
  const statement = prepare.apply(this, given);
  for (const name of ["all", "get"]) {
    const read = statement[name].bind(statement);
    statement[name] = (...values) => buffered(read(...values));
  }
  const iterate = statement.iterate.bind(statement);
  statement.iterate = function* (...values) {
    for (const row of iterate(...values)) yield buffered(row);
  };
  return statement;
};

const free = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
const plc = await import("@did-plc/server");
const { PDS } = await import("@atproto/pds");
const directory = await free();
const { PlcServer, Database: Accounts } = plc.default ?? plc;
await PlcServer.create({ db: Accounts.mock(), port: directory }).start();
const port = await free();
const server = await PDS.fromEnv({
  devMode: true,
  port,
  hostname: "localhost",
  dataDirectory: folder,
  blobstoreDiskLocation: join(folder, "blobs"),
  didPlcUrl: `http://localhost:${directory}`,
  adminPassword: "admin",
  jwtSecret: randomBytes(16).toString("hex"),
  serviceHandleDomains: [".test"],
  plcRotationKeyK256PrivateKeyHex: randomBytes(32).toString("hex"),
  inviteRequired: false,
  disableSsrfProtection: true,
});
await server.start();
console.log(`ready http://localhost:${port}`);
