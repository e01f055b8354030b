// Builds the styles and scripts: `npm run build`. Output is not committed.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../../..");
const out = join(here, "../static/ui/build");

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const { css } = sass.compile(join(here, "styles/aukio.scss"), {
  loadPaths: [join(root, "node_modules")],
  style: "expanded",
  quietDeps: true,
});
const styles = await esbuild.transform(css, { loader: "css", minify: true });
await writeFile(join(out, "aukio.css"), styles.code);

await esbuild.build({
  entryPoints: [join(here, "scripts/aukio.js")],
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  nodePaths: [join(root, "node_modules")],
  logLevel: "warning",
});

for (const name of ["aukio.css", "aukio.js"]) {
  const size = gzipSync(await readFile(join(out, name)), { level: 9 }).length;
  console.log(`${name}: ${(size / 1000).toFixed(1)} kB gzipped`);
}
