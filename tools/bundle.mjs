/**
 * Makes of the page's sources what browsers load quickly: `node bundle.mjs ROOT` writes static/built/ and its manifest.
 *
 * Modules are joined into entries and what they share, style sheets into one for each page, all of it minified, under
 * names that change with the content. The manifest says which file came of which source, and what an entry imports.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, posix, relative, resolve } from 'node:path';

const root = resolve(process.argv[2]);
/** @type {typeof import('esbuild')} */
const esbuild = createRequire(join(root, '.front_end', 'package.json'))('esbuild');
const source = join(root, 'static');
const target = join(source, 'built');

const LIBRARIES = {
  '@preact/signals-core': join(source, 'vendor/signals-core/signals-core.mjs'),
  idb: join(source, 'vendor/idb/index.js'),
  katex: join(source, 'vendor/katex/katex.mjs'),
  'lean-qr': join(source, 'vendor/lean-qr/index.mjs'),
  fflate: join(source, 'vendor/fflate/browser.js'),
  jsep: join(source, 'vendor/jsep/jsep.js'),
  papaparse: join(source, 'vendor/papaparse/papaparse.mjs'),
  uplot: join(source, 'vendor/uplot/uPlot.esm.js'),
};
const WORKERS = ['js/socket_worker.js', 'js/mountain_worker.js'];
/** The browsers that standstill.js lets through. */
const BROWSERS = ['chrome114', 'firefox125', 'safari17'];

/** Which file came of a source, both below static/. @type {Record<string, string>} */
const files = {};
/** The files that an entry imports, and those import, all the way. @type {Record<string, string[]>} */
const imports = {};

/** @satisfies {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: source,
  outdir: target,
  bundle: true,
  minify: true,
  sourcemap: 'linked',
  legalComments: 'none', // the libraries' licences lie in static/vendor
  logLevel: 'silent',
  target: BROWSERS,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.woff2': 'file', '.svg': 'file' },
};

/**
 * Modules as they are built. One that is loaded by its address is found under the name that it has now. A part that
 * comes late names its page's entry, which is there by then: so all that the entry imports is needed by all parts alike,
 * and makes one file, where else each set of parts that share something had a file of its own.
 * @param {string} entry
 * @param {ReadonlySet<string>} parts
 */
const modules = (entry, parts) => ({
  name: 'modules',
  /** @param {import('esbuild').PluginBuild} builder */
  setup(builder) {
    builder.onLoad({ filter: /[\\/]static[\\/]js[\\/].*\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replaceAll(/new URL\('([^']+)', import\.meta\.url\)/g, (_, named) => {
        const wanted = relative(source, resolve(dirname(path), named)).split('\\').join('/');
        if (!(wanted in files)) throw new Error(`${path} names ${named}, which is not among what was built before it`);
        return `new URL('./${basename(files[wanted])}', import.meta.url)`;
      });
      const isPart = parts.has(relative(source, path).split('\\').join('/'));
      return { contents: isPart ? `${contents}\nimport ${JSON.stringify(join(source, entry))};` : contents, loader: 'js' };
    });
  },
});

/** The essay's formulas are never set anew: their two faces come with the page, since each line breaks by their widths. */
const formulaFaces = {
  name: 'formula faces',
  /** @param {import('esbuild').PluginBuild} builder */
  setup(builder) {
    builder.onLoad({ filter: /KaTeX_(Main-Regular|Math-Italic)-used\.woff2$/ }, async ({ path }) => (
      { contents: await readFile(path), loader: 'dataurl' }));
  },
};

/** @param {import('esbuild').BuildOptions} options */
async function build(options) {
  const { metafile } = await esbuild.build({ ...common, ...options, metafile: true });
  const below = (/** @type {string} */ path) => posix.normalize(posix.join('built', relative(target, join(source, path)).split('\\').join('/')));
  for (const [path, output] of Object.entries(metafile.outputs)) {
    const inputs = Object.keys(output.inputs);
    if (output.entryPoint) files[output.entryPoint] = below(path);
    else if (inputs.length === 1 && !/\.(js|css|map)$/.test(path)) files[inputs[0]] = below(path);
  }
  for (const output of Object.values(metafile.outputs)) {
    if (!output.entryPoint?.endsWith('.js')) continue;
    /** @type {Set<string>} */
    const found = new Set();
    const follow = (/** @type {import('esbuild').Metafile['outputs'][string]} */ { imports: targets }) => {
      for (const { kind, path } of targets) {
        if (kind !== 'import-statement' || found.has(path)) continue;
        found.add(path);
        follow(metafile.outputs[path]);
      }
    };
    follow(output);
    imports[output.entryPoint] = [...found].map(below).sort();
  }
}

await rm(target, { recursive: true, force: true });
const script = { bundle: false, sourcemap: false };
for (const first of ['js/ui/first_theme.js', 'js/page/first/first_look.js', 'js/page/embed/first_embed.js', 'js/wire/first_socket.js', 'js/article/first_jump.js']) {
  await build({ ...script, entryPoints: [first] });
}
await build({ ...script, entryPoints: ['js/ui/standstill.js'], target: 'es5' }); // it runs where nothing else does
await build({ entryPoints: WORKERS, format: 'esm' });
// Each page by itself: built together, every set of parts that some module is shared by would be one more file.
for (const entry of ['js/playground.js', 'js/by_hand.js', 'js/article.js']) {
  /** @satisfies {import('esbuild').BuildOptions} */
  const page = { entryPoints: [entry], format: /** @type {const} */ ('esm'), splitting: true, alias: LIBRARIES };
  const trial = await esbuild.build({
    ...common, ...page, metafile: true, write: false, plugins: [modules(entry, new Set())],
  });
  const parts = Object.values(trial.metafile.outputs).flatMap(({ entryPoint }) => entryPoint ?? []);
  const late = parts.filter((part) => part !== entry && part.startsWith('js/'));
  await build({ ...page, plugins: [modules(entry, new Set(late))] });
}
// A page's own sheet stands in the page, whose address is one step above static/; the others are files.
const inPage = { sourcemap: /** @type {const} */ (false), publicPath: 'static/built' };
await build({ ...inPage, entryPoints: ['css/pages/playground.css'] });
await build({ ...inPage, entryPoints: ['css/pages/embed.css'] });
await build({ ...inPage, entryPoints: ['css/pages/maths.css'] });
await build({ ...inPage, entryPoints: ['css/pages/by_hand.css'] });
await build({ ...inPage, entryPoints: ['css/pages/formulas.css'], plugins: [formulaFaces] });
await build({ entryPoints: ['css/pages/late.css', 'css/pages/not_found.css'] });
await build({ entryPoints: ['icons/mark.svg'], loader: { '.svg': 'copy' }, sourcemap: false });
await writeFile(join(target, 'manifest.json'), `${JSON.stringify({ files, imports }, null, 1)}\n`);
