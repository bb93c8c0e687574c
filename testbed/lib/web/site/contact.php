<?php
require 'shop.php';
head('Contact');
if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    $insert = database()->prepare('insert into messages (sender, body) values (?, ?)');
    $insert->execute([$_POST['sender'] ?? '', $_POST['body'] ?? '']);
    echo '<p>Thank you</p>';
}
echo '<form method=post><input name=sender><textarea name=body></textarea><button>Send</button></form>';
