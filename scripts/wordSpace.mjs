// Places stems in a space in which words that are defined by the same words, stand in the same lists of a thesaurus, or
// would do so for the company that they keep, lie in similar directions.

/** Directions of the space. */
export const dimensions = 256;
/**
 * A coordinate below this share of the usual size counts as 0; others keep only their sign: of normally distributed numbers
 * this loses least (Max, "Quantizing for minimum distortion", 1960).
 */
const leastShare = 0.765;
/** Features of fewer stems link nothing; those of more say too little. */
const fewestHolders = 3;
const mostHolders = 2000;
const powerIterations = 1;

/**
 * For each stem the signs of its coordinates, −1, 0 or 1, or undefined where it has no features: latent semantic analysis (Deerwester
 * et al., "Indexing by latent semantic analysis", 1990) of `features`, by a randomised range finder (Halko, Martinsson and
 * Tropp, "Finding structure with randomness", 2011, algorithm 4.4), with all directions weighed alike.
 *
 * @param features for each stem its sets of features by number, each a map of weights; sets count alike
 */
export function wordSpace(features) {
  const matrix = sparse(features);
  const space = new Float32Array(features.length * dimensions);
  const image = new Float32Array(matrix.width * dimensions);
  const next = normal(1);
  for (let i = 0; i < image.length; i++) image[i] = next();
  times(matrix, image, space);
  for (let i = 0; i < powerIterations; i++) {
    timesTransposed(matrix, space, image);
    times(matrix, image, space);
    scale(space);
  }
  orthonormalise(space, features.length);
  return features.map((_, row) => rounded(space.subarray(row * dimensions, (row + 1) * dimensions)));
}

function sparse(features) {
  const holders = new Map();
  for (const sets of features)
    for (const set of sets) for (const name of set.keys()) holders.set(name, (holders.get(name) ?? 0) + 1);
  const numbers = new Map();
  for (const [name, count] of holders)
    if (count >= fewestHolders && count <= mostHolders) numbers.set(name, numbers.size);
  const [starts, columns, values] = [[0], [], []];
  for (const sets of features) {
    const start = values.length;
    let count = 0;
    for (const set of sets) {
      const first = values.length;
      let square = 0;
      for (const [name, weight] of set) {
        const column = numbers.get(name);
        if (column === undefined) continue;
        columns.push(column);
        values.push(weight);
        square += weight * weight;
      }
      if (square > 0) count++;
      for (let i = first; i < values.length; i++) values[i] /= Math.sqrt(square);
    }
    for (let i = start; i < values.length; i++) values[i] /= Math.sqrt(count);
    starts.push(columns.length);
  }
  return {
    starts: Uint32Array.from(starts),
    columns: Uint32Array.from(columns),
    values: Float32Array.from(values),
    width: numbers.size,
  };
}

/** `result` = matrix · `factor` */
function times({ starts, columns, values }, factor, result) {
  result.fill(0);
  for (let row = 0; row + 1 < starts.length; row++)
    for (let i = starts[row]; i < starts[row + 1]; i++)
      addTimes(result, row * dimensions, factor, columns[i] * dimensions, values[i]);
}

/** `result` = matrixᵀ · `factor` */
function timesTransposed({ starts, columns, values }, factor, result) {
  result.fill(0);
  for (let row = 0; row + 1 < starts.length; row++)
    for (let i = starts[row]; i < starts[row + 1]; i++)
      addTimes(result, columns[i] * dimensions, factor, row * dimensions, values[i]);
}

function addTimes(to, at, from, start, by) {
  const end = at + dimensions;
  while (at < end) to[at++] += by * from[start++];
}

/** Keeps the numbers near 1. */
function scale(numbers) {
  let most = 0;
  for (const number of numbers) most = Math.max(most, Math.abs(number));
  for (let i = 0; i < numbers.length; i++) numbers[i] /= most;
}

/** Makes the columns orthonormal, by the Cholesky factor of their products. */
function orthonormalise(columns, rows) {
  const size = dimensions;
  const factor = new Float64Array(size * size);
  for (let row = 0; row < rows; row++) {
    const start = row * size;
    for (let a = 0; a < size; a++) {
      const value = columns[start + a];
      if (value !== 0) for (let b = 0; b <= a; b++) factor[a * size + b] += value * columns[start + b];
    }
  }
  for (let a = 0; a < size; a++)
    for (let b = 0; b <= a; b++) {
      let sum = factor[a * size + b];
      for (let c = 0; c < b; c++) sum -= factor[a * size + c] * factor[b * size + c];
      factor[a * size + b] = a === b ? Math.sqrt(sum) : sum / factor[b * size + b];
    }
  for (let row = 0; row < rows; row++) {
    const start = row * size;
    for (let a = 0; a < size; a++) {
      let sum = columns[start + a];
      for (let b = 0; b < a; b++) sum -= factor[a * size + b] * columns[start + b];
      columns[start + a] = sum / factor[a * size + a];
    }
  }
}

function rounded(coordinates) {
  const usual = coordinates.reduce((sum, each) => sum + Math.abs(each), 0) / dimensions;
  if (usual === 0) return undefined;
  return Int8Array.from(coordinates, (each) => (Math.abs(each) < leastShare * usual ? 0 : Math.sign(each)));
}

/** Normally distributed numbers (Box and Muller), the same in every build. */
function normal(seed) {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 1) / 4294967297;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
