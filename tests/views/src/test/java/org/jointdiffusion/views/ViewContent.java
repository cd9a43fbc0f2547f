package org.jointdiffusion.views;

/** What a page of ./run holds: the answers of a node's view service are its fields, by the names of the methods. */
interface ViewContent {

    /** The page of the view, in the folder of all pages. */
    String page();
}
