// Takes the place of the fetch library that citation-js carries along: Marginalia works without a network.
export default function refuse() {
  throw new Error('Marginalia never reads from the network');
}
