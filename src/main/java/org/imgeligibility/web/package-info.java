/**
 * The form for advisory staff and the HTTP interface, both drawn from the vocabulary and the verdict document.
 *
 * <p>Nothing is kept between requests: an applicant's facts come with each request body and leave with its answer.
 * No page puts them into an address, and nothing is logged.
 *
 * <p>Enter by {@link org.imgeligibility.web.Server}.
 */
package org.imgeligibility.web;
