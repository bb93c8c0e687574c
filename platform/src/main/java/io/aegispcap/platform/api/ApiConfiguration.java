package io.aegispcap.platform.api;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/// Its settings and problems.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitSettings.class)
@Import(ApiConfiguration.Problems.class)
class ApiConfiguration {

  /// Each is a bean, so that its page is found.
  static final class Problems implements BeanRegistrar {

    @Override
    public void register(BeanRegistry beans, Environment environment) {
      for (ApiProblem problem : ApiProblem.values()) {
        beans.registerBean(problem.slug(), ApiProblem.class, bean -> bean.supplier(_ -> problem));
      }
    }
  }
}
