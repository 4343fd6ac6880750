"use strict";
// What a report can do beyond being read: sort tables, enlarge pictures, read values off them, save.
// It loads nothing and stores nothing.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const minus = text => text.replace("-", "\u2212");
  // Text of a label without its scripts: "p_{T}" becomes "pT".
  const plain = label => label.replace(/[_^]\{([^{}]*)\}/g, "$1");

  // Five significant digits: what can be seen in a picture, and enough to find the number in the data.
  function number(value) {
    if (value === null || !Number.isFinite(value)) return "\u2013";
    const size = Math.abs(value);
    if (value !== 0 && (size < 1e-3 || size >= 1e6)) {
      const [digits, power] = value.toExponential(4).split("e");
      return minus(String(Number(digits))) + " \u00d7 10^" + minus(String(Number(power)));
    }
    return minus(String(Number(value.toPrecision(5))));
  }

  // Two digits of the error, the value to the same place, as in the tables.
  function plusMinus(value, error) {
    if (!Number.isFinite(value) || !(error > 0) || error < 1e-4) return number(value);
    const places = Math.min(8, Math.max(0, 1 - Math.floor(Math.log10(error))));
    return minus(value.toFixed(places)) + " \u00b1 " + error.toFixed(places);
  }

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  // ---- Tables: by their keys where they have some, else by their text; what has no value stays last. ----

  function sortable(table) {
    const heads = all("thead th", table);
    const body = table.tBodies[0];
    heads.forEach((head, column) => head.firstElementChild.addEventListener("click", () => {
      const falls = head.getAttribute("aria-sort") === "ascending";
      heads.forEach(other => other.setAttribute("aria-sort", "none"));
      head.setAttribute("aria-sort", falls ? "descending" : "ascending");
      const sign = falls ? -1 : 1;
      const numeric = all("td:nth-child(" + (column + 1) + ")", body).some(cell => cell.dataset.key !== undefined);
      const key = row => {
        const cell = row.cells[column];
        if (!numeric) return cell.textContent;
        return cell.dataset.key === undefined ? NaN : Number(cell.dataset.key);
      };
      const compare = (a, b) => {
        if (!numeric) return sign * a.localeCompare(b, "en", { numeric: true });
        if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) - Number.isNaN(b);
        return sign * (a < b ? -1 : a > b ? 1 : 0);
      };
      [...body.rows].sort((a, b) => compare(key(a), key(b))).forEach(row => body.append(row));
    }));
  }

  // ---- Values: a stop is where the pointer can halt. It has x, perhaps y, lines to show, and dots to draw. ----

  const stack = data => {
    const edges = data.axis.edges;
    const parts = [...data.backgrounds, ...(data.signal ? [data.signal] : [])];
    const unit = data.axis.unit ? " " + data.axis.unit : "";
    return edges.slice(1).map((end, i) => {
      const sum = parts.reduce((total, part) => total + part.heights[i], 0);
      const shown = [...parts, ...(data.data ? [{ ...data.data, title: "data" }] : [])];
      const dots = [{ frame: 0, y: sum }, ...(data.data ? [{ frame: 0, y: data.data.heights[i] }] : [])];
      return {
        x: (edges[i] + end) / 2,
        title: plain(data.axis.name) + " " + number(edges[i]) + " \u2026 " + number(end) + unit,
        rows: [
          ...shown.map(part => [plain(part.title),
            part.title === "data" ? number(part.heights[i]) : plusMinus(part.heights[i], part.errors[i])]),
          ["all predicted", number(sum)]],
        value: sum, dots };
    });
  };

  // Curves over one variable: a stop for every x of any of them.
  const curves = (name, list) => {
    const stops = new Map();
    for (const { label, xs, ys } of list) {
      xs.forEach((x, i) => {
        if (!stops.has(x)) stops.set(x, { x, title: name + " = " + number(x), rows: [], dots: [], value: ys[i] });
        stops.get(x).rows.push([label, number(ys[i])]);
        stops.get(x).dots.push({ frame: 0, y: ys[i] });
      });
    }
    return [...stops.values()].sort((a, b) => a.x - b.x);
  };

  const scan = data => curves(plain(data.parameter), ["observed", "expected"].filter(key => data[key]).map(key =>
    ({ label: "\u22122\u0394ln L " + key, xs: data[key].theta, ys: data[key].minus_two_delta_ln_l })));

  const training = data => curves("epoch", [["training", data.training_loss], ["validation", data.validation_loss]]
    .map(([label, ys]) => ({ label, xs: ys.map((_, i) => i + 1), ys })));

  const contours = data => {
    const at = (x, y) => plain(data.x) + " = " + number(x) + ", " + plain(data.y) + " = " + number(y);
    const first = data.surfaces[0];
    const stops = [];
    first.x.forEach((x, i) => first.y.forEach((y, j) => stops.push({
      x, y, title: at(x, y), value: first.minus_two_delta_ln_l[i][j], dots: [{ frame: 0, y }],
      rows: data.surfaces.filter(s => s.x.length === first.x.length && s.y.length === first.y.length)
        .map(s => ["\u22122\u0394ln L, " + s.name, number(s.minus_two_delta_ln_l[i][j])]) })));
    stops.stride = first.y.length;
    return stops;
  };

  const calibration = data => data.residual_mean.map((mean, i) => {
    const [low, high] = [data.axis.edges[i], data.axis.edges[i + 1]];
    return {
      x: (low + high) / 2, value: mean, dots: [{ frame: 1, y: mean }],
      title: plain(data.axis.name) + " " + number(low) + " \u2026 " + number(high),
      rows: [["learned \u2212 true, mean", number(mean)], ["spread", number(data.residual_spread[i])],
        ["events", number(data.entries[i])]] };
  });

  const readers = { "stack": stack, "likelihood scan": scan, "likelihood contours": contours,
    "training curve": training, "calibration": calibration };

  // ---- Pictures ----

  class Picture {
    constructor(figure) {
      this.name = figure.dataset.name;
      this.view = figure.querySelector(".view");
      this.svg = figure.querySelector("svg");
      this.readout = figure.querySelector(".readout");
      this.data = figure.querySelector("script").textContent;
      this.home = this.svg.getAttribute("viewBox").split(" ").map(Number);
      this.box = this.home;
      this.frames = figure.dataset.frames.split(";").filter(Boolean).map(text => {
        const [left, top, right, bottom, x0, x1, xLog, y0, y1, yLog] = text.split(" ").map(Number);
        return { left, top, right, bottom, x: { min: x0, max: x1, log: xLog }, y: { min: y0, max: y1, log: yLog } };
      });
      const numbers = JSON.parse(this.data);
      const reader = readers[numbers.figure];
      this.stops = reader && this.frames.length ? reader(numbers) : [];
      this.pointers = new Map();
      this.cross = this.svg.appendChild(this.element("g", { class: "cross" }));
      all("[data-do]", figure).forEach(button => button.addEventListener("click", () => this.act(button.dataset.do)));
      this.listen();
    }

    element(name, attributes) {
      const node = document.createElementNS("http://www.w3.org/2000/svg", name);
      Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
      return node;
    }

    act(what) {
      const [, , width, height] = this.home;
      const middle = [this.box[0] + this.box[2] / 2, this.box[1] + this.box[3] / 2];
      if (what === "in") this.zoom(1 / 1.4, ...middle);
      else if (what === "out") this.zoom(1.4, ...middle);
      else if (what === "reset") this.show(this.home);
      else if (what === "data") save(new Blob([this.data], { type: "application/json" }), this.name + ".json");
      else if (what === "svg") save(this.file(), this.name + ".svg");
      else if (what === "png") this.png(width, height);
    }

    // The picture as it was drawn: whole, in its own colours, without what the page adds.
    file() {
      const copy = this.svg.cloneNode(true);
      copy.querySelector(".cross").remove();
      copy.setAttribute("viewBox", this.home.join(" "));
      const title = copy.insertBefore(this.element("title", {}), copy.firstChild);
      title.textContent = copy.getAttribute("aria-label");
      return new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
    }

    png(width, height) {
      const image = new Image();
      const address = URL.createObjectURL(this.file());
      image.onload = () => {
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [2.5 * width, 2.5 * height];
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        URL.revokeObjectURL(address);
        canvas.toBlob(blob => save(blob, this.name + ".png"), "image/png");
      };
      image.src = address;
    }

    show(box) {
      this.box = box;
      this.svg.setAttribute("viewBox", box.join(" "));
      this.view.classList.toggle("zoomed", box[2] < this.home[2]);
      if (!this.readout.hidden) this.mark(this.stops[this.index]);
    }

    // Keep the point under the pointer where it is; never leave the picture.
    zoom(factor, x, y) {
      const [, , fullWidth, fullHeight] = this.home;
      const width = Math.min(fullWidth, Math.max(fullWidth / 20, this.box[2] * factor));
      const scale = width / this.box[2];
      this.move(x - (x - this.box[0]) * scale, y - (y - this.box[1]) * scale, width, fullHeight * width / fullWidth);
    }

    move(left, top, width, height) {
      if (width >= this.home[2]) { this.show(this.home); return; }
      const inside = (start, size, full) => Math.min(Math.max(start, 0), full - size);
      this.show([inside(left, width, this.home[2]), inside(top, height, this.home[3]), width, height]
        .map(value => Math.round(1000 * value) / 1000));
    }

    at(event) {
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
      return [point.x, point.y];
    }

    // Where a value stands, in points of the picture.
    place(frame, x, y) {
      const share = (value, scale) => scale.log
        ? Math.log(value / scale.min) / Math.log(scale.max / scale.min)
        : (value - scale.min) / (scale.max - scale.min);
      return [frame.left + share(x, frame.x) * (frame.right - frame.left),
        frame.bottom - share(y, frame.y) * (frame.bottom - frame.top)];
    }

    nearest(px, py) {
      const first = this.frames[0];
      const last = this.frames[this.frames.length - 1];
      if (px < first.left - 4 || px > first.right + 4 || py < first.top - 4 || py > last.bottom + 4) return -1;
      let best = -1;
      let least = Infinity;
      this.stops.forEach((stop, i) => {
        const [x, y] = this.place(first, stop.x, stop.y === undefined ? first.y.min : stop.y);
        const distance = stop.y === undefined ? Math.abs(x - px) : Math.hypot(x - px, y - py);
        if (distance < least) { least = distance; best = i; }
      });
      return best;
    }

    read(index) {
      if (index < 0 || index >= this.stops.length) { this.hide(); return; }
      this.index = index;
      const stop = this.stops[index];
      const title = document.createElement("b");
      title.textContent = stop.title;
      const table = document.createElement("dl");
      for (const [name, value] of stop.rows) {
        const [term, text] = [document.createElement("dt"), document.createElement("dd")];
        [term.textContent, text.textContent] = [name, value];
        table.append(term, text);
      }
      this.readout.replaceChildren(title, table);
      Object.assign(this.readout.dataset, { x: stop.x, value: stop.value });
      this.readout.hidden = false;
      this.mark(stop);
    }

    mark(stop) {
      this.cross.replaceChildren();
      const first = this.frames[0];
      const [x] = this.place(first, stop.x, first.y.min);
      const bottom = this.frames[this.frames.length - 1].bottom;
      this.cross.append(this.element("line", { x1: x, x2: x, y1: first.top, y2: bottom }));
      for (const { frame, y } of stop.dots) {
        const target = this.frames[frame];
        const [cx, cy] = target ? this.place(target, stop.x, y) : [NaN, NaN];
        if (target && cy >= target.top && cy <= target.bottom) this.cross.append(this.element("circle", { cx, cy, r: 4 }));
      }
      // Beside the line, on the side with more room; on the same side of the page at every zoom.
      const box = this.view.getBoundingClientRect();
      const screen = new DOMPoint(x, 0).matrixTransform(this.svg.getScreenCTM()).x - box.left;
      const isRight = screen > box.width / 2;
      this.readout.style.left = isRight ? "auto" : Math.max(8, screen + 12) + "px";
      this.readout.style.right = isRight ? Math.max(8, box.width - screen + 12) + "px" : "auto";
    }

    // Bring a value that the keys went to into an enlarged picture.
    reveal(stop) {
      const [left, top, width, height] = this.box;
      const frame = this.frames[0];
      const [x, y] = this.place(frame, stop.x, stop.y === undefined ? frame.y.min : stop.y);
      const outside = x < left || x > left + width || (stop.y !== undefined && (y < top || y > top + height));
      if (outside) this.move(x - width / 2, stop.y === undefined ? top : y - height / 2, width, height);
    }

    hide() {
      this.readout.hidden = true;
      this.cross.replaceChildren();
    }

    listen() {
      const view = this.view;
      // A page with many pictures must scroll: the wheel enlarges with Ctrl (as a pinch on a pad does) or in focus.
      view.addEventListener("wheel", event => {
        if (!event.ctrlKey && !event.metaKey && document.activeElement !== view) return;
        event.preventDefault();
        this.zoom(Math.pow(1.0015, Math.max(-200, Math.min(200, event.deltaY))), ...this.at(event));
      }, { passive: false });
      view.addEventListener("dblclick", () => this.show(this.home));
      view.addEventListener("pointerdown", event => {
        this.pointers.set(event.pointerId, event);
        view.setPointerCapture(event.pointerId);
      });
      view.addEventListener("pointermove", event => this.follow(event));
      for (const end of ["pointerup", "pointercancel"]) {
        view.addEventListener(end, event => this.pointers.delete(event.pointerId));
      }
      view.addEventListener("pointerleave", event => { if (event.pointerType === "mouse") this.hide(); });
      view.addEventListener("blur", () => this.hide());
      view.addEventListener("keydown", event => this.key(event));
    }

    follow(event) {
      const before = this.pointers.get(event.pointerId);
      if (before && this.pointers.size === 2) {
        const other = [...this.pointers.values()].find(pointer => pointer.pointerId !== event.pointerId);
        const span = pointer => Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY);
        this.zoom(span(before) / Math.max(1, span(event)), ...this.at(other));
      } else if (before && this.box !== this.home) {
        const [x0, y0] = this.at(before);
        const [x1, y1] = this.at(event);
        this.hide();
        this.move(this.box[0] + x0 - x1, this.box[1] + y0 - y1, this.box[2], this.box[3]);
      } else {
        this.read(this.nearest(...this.at(event)));
      }
      if (before) this.pointers.set(event.pointerId, event);
    }

    key(event) {
      const stride = this.stops.stride || 1;
      const steps = { ArrowRight: stride, ArrowLeft: -stride, ArrowUp: 1, ArrowDown: -1 };
      const acts = { "+": "in", "=": "in", "-": "out", "0": "reset" };
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key in steps && this.stops.length) {
        const next = this.readout.hidden ? (this.index || 0) : this.index + steps[event.key];
        this.read(Math.min(this.stops.length - 1, Math.max(0, next)));
        this.reveal(this.stops[this.index]);
      } else if (event.key in acts) {
        this.act(acts[event.key]);
      } else if (event.key === "Escape") {
        this.hide();
      } else {
        return;
      }
      event.preventDefault();
    }
  }

  // ---- Listings ----

  function listing(box) {
    const text = box.querySelector("pre").textContent;
    for (const button of all("[data-do]", box)) {
      button.addEventListener("click", () => {
        if (button.dataset.do === "save") {
          save(new Blob([text], { type: "text/plain" }), button.dataset.name);
          return;
        }
        // The clipboard is not open to pages from disk everywhere; selecting the text always works.
        getSelection().selectAllChildren(box.querySelector("pre"));
        const done = document.execCommand("copy");
        button.textContent = done ? "Copied" : "Selected";
      });
    }
  }

  document.documentElement.classList.add("js");
  all("table").forEach(sortable);
  all("figure.picture").forEach(figure => new Picture(figure));
  all(".listing").forEach(listing);
})();
