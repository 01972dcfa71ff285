// How long the text is, while somebody types: what the server said of it when the form was drawn. No status that is read
// out with every word: whoever listens finds it below the text.

const shown = document.querySelector("[data-length]");
const field = document.querySelector("#id_body");
// As `writing/text.py` takes the words out of rich text.
const BLOCK_END = /<\/(?:p|h[2-4]|li|figcaption|blockquote|caption|tr)>|<(?:br|hr|ul|ol)\b[^<>]*>/g;
const CELL_END = /<\/t[hd]>/g;
const TAG = /<[^<>]*>/g;
const WAIT = 300;

function wordsOf(html) {
  const text = html.replace(BLOCK_END, "\n").replace(CELL_END, "\t").replace(TAG, "");
  const plain = new DOMParser().parseFromString(text, "text/html").documentElement.textContent;
  return plain.split(/\s+/).filter(Boolean).length;
}

function said(number, one, many) {
  return (number === 1 ? one : many).replace("0", number.toLocaleString("en-US"));
}

function say() {
  const { none, oneWord, words, oneMinute, minutes, perMinute } = shown.dataset;
  const number = wordsOf(field.value);
  const time = Math.max(1, Math.floor(number / Number(perMinute) + 0.5));
  shown.textContent = number
    ? `${said(number, oneWord, words)}, ${said(time, oneMinute, minutes)}`
    : none;
}

if (shown && field) {
  let waits;
  field.addEventListener("input", () => {
    clearTimeout(waits);
    waits = setTimeout(say, WAIT);
  });
  // The browser may have put back what was typed before the page was left.
  say();
}
