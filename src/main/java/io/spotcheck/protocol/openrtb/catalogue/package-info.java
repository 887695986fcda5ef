/**
 * What OpenRTB consists of, as data: every object and field of OpenRTB 2.5 and 2.6 and of Native 1.0 to 1.2, with its
 * type, its list of values, whether it must be there, since when and until when. The resources {@code objects.yaml}
 * and {@code lists.yaml} are the one readable place for it;
 * {@link io.spotcheck.protocol.openrtb.catalogue.RtbCatalogue} holds them in memory, read once.
 */
@NullMarked
package io.spotcheck.protocol.openrtb.catalogue;

import org.jspecify.annotations.NullMarked;
