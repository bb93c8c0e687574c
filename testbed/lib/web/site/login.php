<?php
require 'shop.php';
head('Login');
if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    $name = $_POST['name'] ?? '';
    $password = $_POST['password'] ?? '';
    $found = database()->query("select id from customers where name = '$name' and password = '$password'");
    if ($found && $found->num_rows > 0) {
        setcookie('session', bin2hex(random_bytes(16)));
        echo '<p>Welcome</p>';
    } else {
        echo '<p>Name or password is wrong</p>';
    }
}
echo '<form method=post><input name=name><input name=password type=password><button>Log in</button></form>';
