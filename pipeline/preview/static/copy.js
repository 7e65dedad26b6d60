// Copy a post's words, to paste them where there is no channel yet.
for (const button of document.querySelectorAll("[data-copy]")) {
  const words = button.closest(".post").querySelector(".words");
  button.hidden = !navigator.clipboard; // browsers give it to this machine's own addresses
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(words.textContent);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 1500);
  });
}
