;;; Saidby in Emacs, as docs/editors.md sets it up, with Eglot or lsp-mode.  -*- lexical-binding: t -*-
;; Run by scripts/editors.mjs, which counts the lines that begin with “ok” and “not ok” and wants “done” for the last.

(require 'cl-lib)
(require 'markdown-mode)
(require 'imenu)

(defvar saidby-client (getenv "SAIDBY_CLIENT") "`eglot' or `lsp-mode'.")
(defvar saidby-count 0)

(defun saidby-check (what holds seen)
  "Say whether WHAT HOLDS; where it does not, what was SEEN instead."
  (setq saidby-count (1+ saidby-count))
  (princ (format "%s %d - %s%s\n" (if holds "ok" "not ok") saidby-count what (if holds "" (format ": %S" seen)))))

(defun saidby-wait (holds)
  "Wait up to 15 seconds until HOLDS returns something, and return that."
  (let ((until (+ (float-time) 15)) (seen nil))
    (while (and (not (setq seen (funcall holds))) (< (float-time) until))
      (accept-process-output nil 0.05))
    seen))

(defun saidby-ready ()
  (if (string= saidby-client "eglot") (eglot-current-server) (lsp-workspaces)))

(defun saidby-flymake ()
  (flymake-start)
  (flymake-diagnostics))

(defun saidby-request (method params)
  "The server's answer."
  (if (string= saidby-client "eglot")
      (jsonrpc-request (eglot-current-server) (intern (concat ":" method)) params)
    (lsp-request method params)))

(defun saidby-get (object key)
  "KEY, a string, of OBJECT, a plist or a hash table."
  (if (hash-table-p object) (gethash key object) (plist-get object (intern (concat ":" key)))))

(defun saidby-document ()
  (list :uri (if (string= saidby-client "eglot") (plist-get (eglot--TextDocumentIdentifier) :uri) (lsp--buffer-uri))))

(defun saidby-position (words offset)
  "The protocol's position so many characters behind the start of WORDS."
  (save-excursion
    (goto-char (point-min))
    (search-forward words)
    (goto-char (+ (match-beginning 0) offset))
    (list :line (1- (line-number-at-pos)) :character (- (point) (line-beginning-position)))))

(defun saidby-apply (action)
  (let ((edit (saidby-get action "edit")))
    (if (string= saidby-client "eglot") (eglot--apply-workspace-edit edit) (lsp--apply-workspace-edit edit))))

(defun saidby-names (symbols)
  (cl-mapcan (lambda (symbol) (cons (saidby-get symbol "name") (saidby-names (saidby-get symbol "children")))) (append symbols nil)))

(defun saidby-run ()
  (load (getenv "SAIDBY_SETUP") nil t)
  (when (string= saidby-client "lsp-mode")
    (setq lsp-auto-guess-root t lsp-enable-file-watchers nil lsp-restart 'ignore lsp-diagnostics-provider :flymake
          lsp-headerline-breadcrumb-enable nil lsp-modeline-code-actions-enable nil lsp-modeline-diagnostics-enable nil
          lsp-session-file (concat (getenv "SAIDBY_STORY") ".session"))
    (lsp-workspace-folders-add (file-name-directory (getenv "SAIDBY_STORY"))))
  (find-file (getenv "SAIDBY_STORY"))
  (unless (derived-mode-p 'markdown-mode) (markdown-mode))
  ;; Both clients wait for the end of the command that opened the file.
  (run-hooks 'post-command-hook)
  (saidby-check "the client is connected" (saidby-wait #'saidby-ready) nil)
  (unless (bound-and-true-p flymake-mode) (flymake-mode 1))

  (let* ((found (saidby-wait #'saidby-flymake))
         (diagnostic (car found)))
    (saidby-check "a finding is pushed" (= (length found) 1) found)
    (saidby-check "it stands on the quotation that nobody is said to have said"
                  (and diagnostic
                       (string= "“Nobody has asked us what we can afford to pay.”"
                                (buffer-substring-no-properties (flymake-diagnostic-beg diagnostic) (flymake-diagnostic-end diagnostic))))
                  diagnostic))

  (let ((hover (saidby-request "textDocument/hover"
                               (list :textDocument (saidby-document) :position (saidby-position "Dana Ortiz" 2)))))
    (saidby-check "a hover says who somebody is"
                  (string-match-p "Dana Ortiz" (or (saidby-get (saidby-get hover "contents") "value") "")) hover))

  (let* ((start (saidby-position "“Nobody has asked" 2))
         (actions (append (saidby-request "textDocument/codeAction"
                                          (list :textDocument (saidby-document)
                                                :range (list :start start :end start)
                                                :context (list :diagnostics [])))
                          nil))
         (fix (cl-find-if (lambda (action) (string-prefix-p "Attribute to Ortiz" (saidby-get action "title"))) actions)))
    (saidby-check "a fix is offered" fix actions)
    (when fix (saidby-apply fix))
    (saidby-check "it attributes the quotation"
                  (string-match-p "“Nobody has asked us what we can afford to pay,” Ortiz said\\." (buffer-string)) (buffer-string)))
  (run-hooks 'post-command-hook)
  (when (string= saidby-client "eglot") (eglot--signal-textDocument/didChange))
  (saidby-check "and the finding is gone" (saidby-wait (lambda () (null (saidby-flymake)))) (saidby-flymake))

  (let ((names (saidby-names (saidby-request "textDocument/documentSymbol" (list :textDocument (saidby-document))))))
    (saidby-check "the outline has headline and takeaway"
                  (and (member "The levy stays" names) (member "What the mayor said" names)) names)))

(condition-case problem
    (saidby-run)
  (error (saidby-check "the suite runs to its end" nil problem)))
(princ "done\n")
(setq kill-emacs-hook nil)
(set-buffer-modified-p nil)
(kill-emacs 0)
