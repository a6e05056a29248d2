"""Random edits of a project, and builds of it compared: warm in place against cold elsewhere.

``project`` is the folder that is edited, ``edits`` the list of what may happen to it, ``faults``
what a build must refuse. ``building`` builds in processes, ``comparing`` holds two trees side by
side, ``asking`` the answers of their indexes; ``pair`` does so for one project, ``walk`` for a row
of edits.
"""
