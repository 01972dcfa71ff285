// Draws the picture, its focus and its crops as they will be, from the file just chosen or from the
// one stored. The two sliders hold the focus and work without this script.
const chooser = document.querySelector(".focal-point");
const across = document.getElementById("id_focal_x");
const down = document.getElementById("id_focal_y");
if (chooser && across && down) prepare();

function prepare() {
  const preview = chooser.querySelector(".focal-picture");
  const crops = [...chooser.querySelectorAll("[data-ratio]")];
  const stored = preview.querySelector("img");
  const upload = document.getElementById("id_upload");
  const whole = canvasIn(preview);
  const pieces = crops.map((crop) => {
    const [width, height] = crop.dataset.ratio.split(":").map(Number);
    return { canvas: canvasIn(crop), ratio: width / height };
  });
  let picture = null;

  chooser.querySelector("[data-needs-script]").hidden = false;
  chooser.querySelector("[data-without-script]").hidden = true;

  function show(image) {
    picture = image;
    for (const old of chooser.querySelectorAll("picture")) old.hidden = true;
    draw();
  }

  function draw() {
    for (const slider of [across, down]) {
      slider.setAttribute("aria-valuetext", `${Math.round(slider.value * 100)} %`);
    }
    if (!picture) return;
    const size = { width: picture.width, height: picture.height };
    const context = paint(whole, { x: 0, y: 0, ...size }, 480);
    ring(context, across.value * whole.width, down.value * whole.height);
    for (const { canvas, ratio } of pieces) paint(canvas, cropBox(size, ratio), 160);
  }

  function paint(canvas, box, width) {
    canvas.hidden = false;
    canvas.width = Math.min(width, box.width) * 2;
    canvas.height = Math.max(1, Math.round((canvas.width * box.height) / box.width));
    const context = canvas.getContext("2d");
    context.drawImage(
      picture,
      box.x,
      box.y,
      box.width,
      box.height,
      0,
      0,
      canvas.width,
      canvas.height,
    );
    return context;
  }

  // The same box as pictures/renditions.py cuts.
  function cropBox(size, ratio) {
    const width = Math.max(1, Math.min(size.width, Math.round(size.height * ratio)));
    const height = Math.max(1, Math.min(size.height, Math.round(size.width / ratio)));
    const x = clamp(Math.round(across.value * size.width - width / 2), size.width - width);
    const y = clamp(Math.round(down.value * size.height - height / 2), size.height - height);
    return { x, y, width, height };
  }

  function point(event) {
    if (!(event.buttons & 1)) return;
    const edge = whole.getBoundingClientRect();
    across.value = (event.clientX - edge.left) / edge.width;
    down.value = (event.clientY - edge.top) / edge.height;
    draw();
  }

  whole.addEventListener("pointerdown", point);
  whole.addEventListener("pointermove", point);
  across.addEventListener("input", draw);
  down.addEventListener("input", draw);
  upload?.addEventListener("change", async () => {
    const [file] = upload.files;
    if (!file) return;
    // Small enough to hold a large photo; what the browser cannot read, the server explains.
    await createImageBitmap(file, { resizeWidth: 960, resizeQuality: "medium" }).then(
      show,
      () => {},
    );
  });
  if (stored) {
    // Again without srcset: with it, a picture's natural size is not that of its pixels.
    const plain = new Image();
    plain.addEventListener("load", () => picture || show(plain));
    plain.src = stored.src;
  }
  draw();
}

function canvasIn(parent) {
  const canvas = document.createElement("canvas");
  canvas.hidden = true;
  canvas.setAttribute("aria-hidden", "true");
  parent.prepend(canvas);
  return canvas;
}

function ring(context, x, y) {
  for (const [color, width] of [["#000", 8], ["#fff", 4]]) {
    context.beginPath();
    context.arc(x, y, 22, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = color;
    context.stroke();
  }
}

function clamp(value, most) {
  return Math.min(Math.max(value, 0), most);
}
