package org.imgeligibility.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Who may ask for what: everybody on this machine alone, or whoever logs in. */
@Configuration
class Security {

    private static final String[] FOR_PROGRAMS = {"/api/**", "/v3/api-docs/**", "/actuator/**"};
    private static final String[] FOR_ALL = {"/login", "/assets/**", "/*.js", "/error"};

    @Bean
    PasswordEncoder hashes() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    InMemoryUserDetailsManager users(Serving serving) {
        List<UserDetails> users = serving.users().map(file -> Users.read(file).entrySet().stream()
                .map(user -> User.withUsername(user.getKey()).password(user.getValue()).authorities(List.of()).build()).toList()).orElse(List.of());
        return new InMemoryUserDetailsManager(users);
    }

    /**
     * Programs log in with each request and have no session, so that no page elsewhere can borrow one. They send media
     * types that a plain form of another page cannot, and no other origin is let in: there is nothing to forge.
     */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, Serving serving) {
        plain(http).securityMatcher(FOR_PROGRAMS).csrf(AbstractHttpConfigurer::disable).sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        if (serving.users().isPresent()) {
            http.httpBasic(Customizer.withDefaults()).authorizeHttpRequests(asked -> asked.requestMatchers("/actuator/health/**").permitAll().anyRequest().authenticated());
        } else {
            http.authorizeHttpRequests(asked -> asked.anyRequest().permitAll());
        }
        return http.build();
    }

    /** Pages: every post carries a token that only our own pages know; it lives in a cookie, not on the server. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Serving serving) {
        plain(http).csrf(forged -> forged.csrfTokenRepository(tokens()));
        if (serving.users().isPresent()) {
            http.authorizeHttpRequests(asked -> asked.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll().requestMatchers(FOR_ALL).permitAll().anyRequest().authenticated())
                    .formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/", true)).logout(logout -> logout.logoutSuccessUrl("/login?out"))
                    .exceptionHandling(refused -> refused.authenticationEntryPoint(Security::leadToLogin));
        } else {
            http.authorizeHttpRequests(asked -> asked.anyRequest().permitAll()).sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        }
        return http.build();
    }

    /** Where a script asks for answers, a page to log in would stand in their place. */
    private static void leadToLogin(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect("/login");
        }
    }

    /** No request is kept until after a login: it may hold an applicant. The headers are our own. */
    private static HttpSecurity plain(HttpSecurity http) {
        return http.headers(AbstractHttpConfigurer::disable).requestCache(kept -> kept.requestCache(new NullRequestCache())).logout(AbstractHttpConfigurer::disable);
    }

    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
        return tokens;
    }
}
