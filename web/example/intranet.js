// The page's server knows who is signed in, and gives a token for them; 204 where it signs none.
window.Groundline?.identify(async () => {
  const response = await fetch("/groundline-token");
  return response.status === 200 ? response.text() : null;
});
