'use strict';
// The token stands behind the # of the address, which a browser sends to nobody.
const headers = {
  'X-Ferlive-Token': location.hash.slice(1),
  'X-Ferlive-Client': crypto.randomUUID(),
};
const byId = (id) => document.getElementById(id);
const canvas = byId('picture');
const pen = canvas.getContext('2d');
let known = 0;

function tell(text) {
  if (byId('state').textContent !== text) byId('state').textContent = text;
}

async function show(message) {
  const bytes = new Uint8Array(message);
  const end = bytes.indexOf(10);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  const image = await createImageBitmap(
    new Blob([bytes.subarray(end + 1)], {type: 'image/jpeg'}));
  if (canvas.width !== image.width || canvas.height !== image.height) {
    canvas.width = image.width;
    canvas.height = image.height;
  }
  pen.drawImage(image, 0, 0);
  image.close();
  tell(head.paused ? 'Paused.' : 'Live.');
  byId('status').textContent = head.status;
  showFaces(head.result.faces, head.bars);
}

function showFaces(faces, bars) {
  const place = byId('faces');
  for (const old of [...place.children]) {
    if (!faces.some((face) => 'face' + face.track === old.id)) old.remove();
  }
  for (const face of faces) {
    const box = byId('face' + face.track) || place.appendChild(newFace(face));
    box.querySelector('h2').textContent = 'Face ' + face.track + ': ' +
      (face.sure ? face.label + ' ' + percent(face.score) : 'not sure');
    const order = Object.entries(face.probabilities).sort((a, b) => b[1] - a[1]);
    const most = {ALL: order.length, TOP: 3, NONE: 0}[bars];
    for (const row of box.querySelectorAll('.row')) {
      const value = face.probabilities[row.dataset.label];
      row.querySelector('progress').value = value;
      row.querySelector('output').textContent = percent(value);
      row.hidden = order.findIndex((entry) => entry[0] === row.dataset.label) >= most;
    }
  }
}

function percent(value) {
  return Math.round(100 * value) + ' %';
}

function element(name, text, parent) {
  const made = document.createElement(name);
  made.textContent = text;
  return parent.appendChild(made);
}

function newFace(face) {
  const box = document.createElement('section');
  box.id = 'face' + face.track;
  box.className = 'face';
  element('h2', '', box);
  for (const label of Object.keys(face.probabilities)) {
    const row = element('div', '', box);
    row.className = 'row';
    row.dataset.label = label;
    element('span', label, row);
    element('progress', '', row).setAttribute('aria-label', label);
    element('output', '', row);
  }
  return box;
}

function give(key) {
  return fetch('/command', {method: 'POST', headers, body: key});
}

async function offerCommands() {
  const answer = await fetch('/commands', {headers});
  if (!answer.ok) return;
  for (const command of await answer.json()) {
    const button = element('button', command.key + ': ' + command.does, byId('commands'));
    button.addEventListener('click', () => give(command.key));
  }
  const keys = [...byId('commands').children].map((button) => button.textContent[0]);
  const others = {' ': 'p', 'Escape': 'q'};
  addEventListener('keydown', (event) => {
    // Space presses a button that has the focus.
    const taken = event.key === ' ' && event.target.tagName === 'BUTTON';
    const key = others[event.key] || event.key.toLowerCase();
    if (keys.includes(key) && !taken && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      give(key);
    }
  });
}

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

async function watch() {
  while (true) {
    try {
      const answer = await fetch('/picture?after=' + known, {headers, cache: 'no-store'});
      if (answer.status === 200) {
        known = Number(answer.headers.get('X-Ferlive-Picture'));
        await show(await answer.arrayBuffer());
        continue;
      } else if (answer.status === 401) {
        tell('This address has no valid token; open the one that the program has printed.');
        return;
      } else if (answer.status === 503) {
        tell('Too many watch already.');
      }
    } catch (fault) {
      tell('The program does not answer; it may have ended.');
    }
    await pause(500);
  }
}

offerCommands();
watch();
