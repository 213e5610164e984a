// Every value of a JSON document, and copies of the document with one of them changed or one property removed.

export function leaves(value, path = []) {
  if (value === null || typeof value !== 'object') return [path];
  return Object.keys(value).flatMap(key => leaves(value[key], [...path, key]));
}

export function properties(value, path = []) {
  if (value === null || typeof value !== 'object') return [];
  return Object.keys(value).flatMap(key => [[...path, key], ...properties(value[key], [...path, key])]);
}

const parentOf = (document, path) => path.slice(0, -1).reduce((at, key) => at[key], document);

export function changed(document, path) {
  const copy = structuredClone(document);
  const parent = parentOf(copy, path);
  const key = path[path.length - 1];
  const value = parent[key];
  if (typeof value === 'boolean') parent[key] = !value;
  else if (typeof value === 'number') parent[key] = value * 2 + 1;
  else parent[key] = value === null ? 'not null' : changedText(value);
  return copy;
}

// A date stays a date and a signature stays base58: the change must be refused for what it says, not for its form.
function changedText(text) {
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return text.replace(/\d(?=Z$)/, digit => (digit === '9' ? '8' : String(+digit + 1)));
  const last = text[text.length - 1];
  return text.slice(0, -1) + (last === 'a' ? 'b' : 'a');
}

export function without(document, path) {
  const copy = structuredClone(document);
  const parent = parentOf(copy, path);
  const key = path[path.length - 1];
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
  return copy;
}

// `count` of them, spread evenly, the first and the last among them.
export function spread(list, count) {
  if (list.length <= count) return list;
  return Array.from({ length: count }, (_, i) => list[Math.round((i * (list.length - 1)) / (count - 1))]);
}
