(function () {
  var box = document.getElementById('search');
  if (!box) return;
  var tables = Array.prototype.slice.call(document.querySelectorAll('details.table'));
  var found = document.getElementById('found');
  function search() {
    var words = box.value.toLowerCase().split(/\s+/);
    var count = 0;
    tables.forEach(function (table) {
      var text = table.getAttribute('data-search');
      table.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
      if (!table.hidden) count++;
    });
    found.textContent = count + ' of ' + tables.length + ' tables';
  }
  box.addEventListener('input', search);
  search();
  window.addEventListener('beforeprint', function () {
    document.querySelectorAll('main > section > details, article details').forEach(function (part) { part.open = true; });
  });
  function open() {
    var part = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (part && part.tagName === 'DETAILS') part.open = true;
  }
  window.addEventListener('hashchange', open);
  open();
})();
