<?php
require 'shop.php';
$words = $_GET['q'] ?? '';
head('Results for ' . htmlspecialchars($words));
$database = database();
$rows = $database->query("select id, name from products where name like '%" . addslashes($words) . "%'");
foreach ($rows ?: [] as $row) {
    echo "<p><a href=/product.php?id={$row['id']}>{$row['name']}</a></p>\n";
}
