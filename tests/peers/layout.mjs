// SPDX-License-Identifier: GPL-3.0-or-later
// Compares Skywright's placing and routing with elkjs (layered) and Graphviz (dot, splines=ortho) on the same nested graph
// in one run: CPU seconds and quality, measured the same way for all. See README.md beside this file.
//
//   node tests/peers/layout.mjs build/core/bin/layout_peer_graph [leaves] [seed] [far]
import { execFileSync, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";
import process from "node:process";

const [program, leaves = "200", seed = "7", far = "1"] = process.argv.slice(2);
if (!program) {
  console.error("usage: node layout.mjs PATH/layout_peer_graph [leaves] [seed] [far] [far]");
  process.exit(2);
}
const ours = JSON.parse(execFileSync(program, [leaves, seed, far], { maxBuffer: 1 << 30 }));

// ---- quality: lines are arrays of points, boxes [x, y, width, height] ----
function pieces(lines) {
  const all = [];
  lines.forEach((line, number) => {
    for (let i = 0; i + 1 < line.points.length; i++) all.push({ number, a: line.points[i], b: line.points[i + 1] });
  });
  return all;
}

// Pieces by cells of a grid, so that large graphs take seconds.
function* pairs(all, cell = 400) {
  const grid = new Map();
  const seen = new Set();
  for (let i = 0; i < all.length; i++) {
    const { a, b } = all[i];
    const [x0, x1] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])].map((v) => Math.floor(v / cell));
    const [y0, y1] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])].map((v) => Math.floor(v / cell));
    seen.clear();
    for (let x = x0; x <= x1; x++)
      for (let y = y0; y <= y1; y++) {
        const key = x * 1000003 + y;
        const bucket = grid.get(key);
        if (!bucket) {
          grid.set(key, [i]);
          continue;
        }
        for (const j of bucket) {
          if (j === i || seen.has(j) || all[j].number === all[i].number) continue;
          seen.add(j);
          yield [all[j], all[i]];
        }
        bucket.push(i);
      }
  }
}

const turn = (a, b, c) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

function quality(nodes, links) {
  let crossings = 0;
  for (const [s, t] of pairs(pieces(links)))
    if (turn(s.a, s.b, t.a) * turn(s.a, s.b, t.b) < 0 && turn(t.a, t.b, s.a) * turn(t.a, t.b, s.b) < 0) crossings++;
  let bends = 0;
  let length = 0;
  for (const { points } of links)
    for (let i = 0; i + 1 < points.length; i++) {
      length += Math.hypot(points[i + 1][0] - points[i][0], points[i + 1][1] - points[i][1]);
      if (i > 0 && turn(points[i - 1], points[i], points[i + 1]) !== 0) bends++;
    }
  let boxesCrossed = 0;
  const tiles = nodes.filter((n) => n.leaf);
  for (const link of links) {
    const xs = link.points.map((p) => p[0]);
    const ys = link.points.map((p) => p[1]);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    for (const tile of tiles) {
      if (tile.id === link.from || tile.id === link.to) continue;
      const [x, y, w, h] = [tile.box[0] + 1, tile.box[1] + 1, tile.box[2] - 2, tile.box[3] - 2];
      if (x > right || x + w < left || y > bottom || y + h < top) continue;
      for (let i = 0; i + 1 < link.points.length; i++) {
        const [a, b] = [link.points[i], link.points[i + 1]];
        const inside = (p) => p[0] > x && p[0] < x + w && p[1] > y && p[1] < y + h;
        const corners = [[x, y], [x + w, y], [x + w, y + h], [x, y + h]].map((c) => turn(a, b, c));
        const apart = Math.max(a[0], b[0]) <= x || Math.min(a[0], b[0]) >= x + w || Math.max(a[1], b[1]) <= y || Math.min(a[1], b[1]) >= y + h;
        if (inside(a) || inside(b) || (!apart && corners.some((c) => c > 0) && corners.some((c) => c < 0))) {
          boxesCrossed++;
          break;
        }
      }
    }
  }
  const wide = Math.max(...nodes.map((n) => n.box[0] + n.box[2])) - Math.min(...nodes.map((n) => n.box[0]));
  const high = Math.max(...nodes.map((n) => n.box[1] + n.box[3])) - Math.min(...nodes.map((n) => n.box[1]));
  return { crossings, bends, length: Math.round(length), boxesCrossed, area: `${Math.round(wide)}x${Math.round(high)}` };
}

const rows = [];
const row = (name, seconds, nodes, links) => rows.push({ name, seconds: seconds.toFixed(2), ...quality(nodes, links) });
row("skywright", ours.placeSeconds + ours.routeSeconds, ours.nodes, ours.links);

const children = new Map();
for (const node of ours.nodes) children.set(node.parent, [...(children.get(node.parent) ?? []), node]);

// ---- elkjs ----
async function elk() {
  const require = createRequire(process.cwd() + "/");
  let Elk;
  try {
    Elk = require("elkjs/lib/elk.bundled.js");
  } catch {
    console.error("elkjs is not installed here (npm install elkjs): left out");
    return;
  }
  const build = (node) => ({
    id: node.id,
    ...(node.leaf ? { width: node.box[2], height: node.box[3] } : {}),
    layoutOptions: node.leaf ? {} : { "elk.padding": "[top=40,left=24,bottom=24,right=24]" },
    children: (children.get(node.id) ?? []).map(build),
  });
  const graph = {
    id: "page",
    layoutOptions: { "elk.algorithm": "layered", "elk.hierarchyHandling": "INCLUDE_CHILDREN", "elk.edgeRouting": "ORTHOGONAL" },
    children: (children.get("") ?? []).map(build),
    edges: ours.links.map((l) => ({ id: l.id, sources: [l.from], targets: [l.to] })),
  };
  const start = performance.now();
  const cpu = process.cpuUsage();
  const placed = await new Elk().layout(graph);
  const used = process.cpuUsage(cpu);
  const nodes = [];
  const origin = new Map([["page", [0, 0]]]);
  const walk = (node, at) => {
    const here = [at[0] + (node.x ?? 0), at[1] + (node.y ?? 0)];
    origin.set(node.id, here);
    if (node.id !== "page") nodes.push({ id: node.id, leaf: !node.children?.length, box: [...here, node.width, node.height] });
    for (const child of node.children ?? []) walk(child, here);
  };
  walk(placed, [0, 0]);
  const links = placed.edges.map((edge) => {
    const at = origin.get(edge.container ?? "page");
    const section = edge.sections[0];
    const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map((p) => [at[0] + p.x, at[1] + p.y]);
    return { from: edge.sources[0], to: edge.targets[0], points };
  });
  row("elkjs layered", (used.user + used.system) / 1e6, nodes, links);
  console.error(`elkjs: ${((performance.now() - start) / 1000).toFixed(1)} s on the clock`);
}

// ---- Graphviz ----
function graphviz(splines) {
  const name = (id) => `"${id}"`;
  const write = (node) =>
    node.leaf
      ? `${name(node.id)} [width=${node.box[2] / 72}, height=${node.box[3] / 72}];\n`
      : `subgraph ${name("cluster_" + node.id)} {\n${(children.get(node.id) ?? []).map(write).join("")}}\n`;
  const text =
    `digraph { rankdir=LR; splines=${splines}; node [shape=box, fixedsize=true, label=""];\n` +
    (children.get("") ?? []).map(write).join("") +
    ours.links.map((l) => `${name(l.from)} -> ${name(l.to)} [id=${name(l.id)}];\n`).join("") + "}\n";
  const start = performance.now();
  const run = spawnSync("dot", ["-Tjson"], { input: text, maxBuffer: 1 << 30, timeout: 300_000 });
  if (run.error || run.status !== 0) {
    console.error(`dot splines=${splines}: ${run.error?.code === "ENOENT" ? "not installed" : "failed, or not done in 300 s"}: left out`);
    return;
  }
  const seconds = (performance.now() - start) / 1000; // of one thread that does nothing else
  const out = JSON.parse(run.stdout);
  const nodes = [];
  const names = new Map();
  for (const [i, object] of out.objects.entries()) {
    names.set(object._gvid ?? i, object.name);
    if (!object.pos) continue;
    const [x, y] = object.pos.split(",").map(Number);
    const [w, h] = [object.width * 72, object.height * 72];
    nodes.push({ id: object.name, leaf: true, box: [x - w / 2, y - h / 2, w, h] });
  }
  const links = out.edges.map((edge) => {
    const numbers = edge.pos.split(" ").map((p) => (p.startsWith("e,") || p.startsWith("s,") ? null : p.split(",").map(Number))).filter(Boolean);
    // Of a spline only the points it passes through, which for straight pieces is all there is.
    const points = numbers.filter((_, i) => i % 3 === 0).filter((p, i, all) => i === 0 || p[0] !== all[i - 1][0] || p[1] !== all[i - 1][1]);
    return { from: names.get(edge.tail), to: names.get(edge.head), points };
  });
  row(`dot splines=${splines}`, seconds, nodes, links);
}

await elk();
graphviz("ortho");
graphviz("polyline");
console.table(rows);
