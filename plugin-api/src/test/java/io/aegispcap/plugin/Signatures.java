package io.aegispcap.plugin;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What can be seen of a class from outside, one line for each signature.
final class Signatures {
  private static final int VISIBLE = Modifier.PUBLIC | Modifier.PROTECTED;
  private static final int SHOWN = VISIBLE | Modifier.STATIC | Modifier.FINAL;

  private Signatures() {}

  /// Empty for a class that is not public.
  static Set<String> of(String name) {
    try {
      Class<?> type = Class.forName(name);
      Set<String> lines = new TreeSet<>();
      if (visible(type.getModifiers())) {
        lines.add(name + " is " + declaration(type));
        for (Constructor<?> each : type.getDeclaredConstructors()) {
          if (visible(each.getModifiers())) {
            lines.add(name + " <init>(" + types(each.getGenericParameterTypes()) + ")");
          }
        }
        for (Method each : type.getDeclaredMethods()) {
          if (visible(each.getModifiers()) && !each.isSynthetic()) {
            lines.add(name + " " + method(each));
          }
        }
        for (Field each : type.getDeclaredFields()) {
          if (visible(each.getModifiers()) && !each.isSynthetic()) {
            lines.add(
                name + " " + modifiers(each.getModifiers()) + text(each) + " " + each.getName());
          }
        }
      }
      return lines;
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  private static boolean visible(int modifiers) {
    return (modifiers & VISIBLE) != 0;
  }

  private static String modifiers(int modifiers) {
    String text = Modifier.toString(modifiers & SHOWN & ~Modifier.PUBLIC);
    return text.isEmpty() ? "" : text + " ";
  }

  private static String text(Field field) {
    return field.getGenericType().getTypeName();
  }

  private static String declaration(Class<?> type) {
    String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
    StringBuilder line = new StringBuilder(type.isInterface() ? "interface" : kind);
    line.append(' ').append(type.getSimpleName());
    if (Modifier.isFinal(type.getModifiers())) {
      line.append(" final");
    }
    if (type.getSuperclass() != null) {
      line.append(" extends ").append(type.getGenericSuperclass().getTypeName());
    }
    if (type.getInterfaces().length > 0) {
      line.append(" implements ").append(types(type.getGenericInterfaces()));
    }
    if (type.isSealed()) {
      line.append(" permits ").append(types(type.getPermittedSubclasses()));
    }
    return line.toString();
  }

  private static String method(Method method) {
    boolean toImplement = Modifier.isAbstract(method.getModifiers());
    return (toImplement ? "abstract " : "")
        + modifiers(method.getModifiers())
        + method.getGenericReturnType().getTypeName()
        + " "
        + method.getName()
        + "("
        + types(method.getGenericParameterTypes())
        + ")"
        + (method.getExceptionTypes().length > 0
            ? " throws " + types(method.getExceptionTypes())
            : "");
  }

  private static String types(Type... types) {
    return Arrays.stream(types).map(Type::getTypeName).collect(Collectors.joining(", "));
  }
}
