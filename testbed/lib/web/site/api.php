<?php
require 'shop.php';
header('Content-Type: application/json');
if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    $order = json_decode(file_get_contents('php://input'), true);
    echo json_encode(['order' => random_int(1000, 9999), 'items' => count($order['items'] ?? [])]);
} else {
    echo json_encode(database()->query('select id, name, kind, price from products')->fetch_all(MYSQLI_ASSOC));
}
