<?php
require 'shop.php';
head('Send us a picture');
if (isset($_FILES['picture'])) {
    $name = basename($_FILES['picture']['name']);
    move_uploaded_file($_FILES['picture']['tmp_name'], __DIR__ . '/uploads/' . $name);
    echo "<p>Stored as <a href=/uploads/$name>$name</a></p>";
}
echo '<form method=post enctype=multipart/form-data><input type=file name=picture><button>Send</button></form>';
