/*
 * libmaxpool: text classifiers of MaxPoolConvNet in C.
 *
 * Load a model file once, then predict texts with it from any number of threads.
 *
 *     maxpool_model model;
 *     maxpool_prediction prediction;
 *     if (maxpool_load("reviews.safetensors", &model) != MAXPOOL_OK
 *         || maxpool_predict(model, text, strlen(text), &prediction) != MAXPOOL_OK)
 *         fprintf(stderr, "%s\n", maxpool_last_error());
 *
 * Rules for all functions:
 *
 * - The result is a status: MAXPOOL_OK or the kind of error. maxpool_last_error describes the last error of the calling thread.
 *   After an error, output parameters have no defined content, unless the function says otherwise.
 * - All functions are thread-safe. A model that one thread frees while another predicts with it stays in memory until that
 *   prediction is done.
 * - A handle that is freed, or that maxpool_load never returned, is an error (MAXPOOL_INVALID_HANDLE). Handles are never reused.
 * - Texts are UTF-8, given with their length in bytes; they needn't end with a zero byte and may be empty. Bytes that aren't UTF-8
 *   are an error (MAXPOOL_INVALID_TEXT) whose message has their position.
 * - Labels are numbered from 0, in ordinal order. maxpool_label returns their names.
 * - Functions that return a text write it to the caller's buffer, as UTF-8 with a zero byte at its end, and its length without the
 *   zero byte to *length. If the buffer is too small, they return MAXPOOL_BUFFER_TOO_SMALL and still set *length: call them
 *   with a buffer of size 0 to find out the length.
 * - Pointers may not be null, except where a length, size or capacity of 0 says that there is nothing behind them.
 */
#ifndef MAXPOOL_H
#define MAXPOOL_H

#include <stdint.h>

#if defined(_WIN32)
#define MAXPOOL_API __declspec(dllimport)
#else
#define MAXPOOL_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* The handle of a loaded model. 0 is never one. */
typedef uint64_t maxpool_model;

/* What every function returns, as an int32_t. */
enum maxpool_status
{
    MAXPOOL_OK = 0,
    /* An argument is null, negative or out of range. */
    MAXPOOL_INVALID_ARGUMENT = 1,
    /* The handle doesn't belong to a loaded model. */
    MAXPOOL_INVALID_HANDLE = 2,
    /* A text isn't UTF-8. */
    MAXPOOL_INVALID_TEXT = 3,
    /* The caller's buffer has no room for the result. */
    MAXPOOL_BUFFER_TOO_SMALL = 4,
    /* A file doesn't exist or can't be read. */
    MAXPOOL_FILE_NOT_READABLE = 5,
    /* A model is damaged, truncated, newer than this library, or no model at all. */
    MAXPOOL_INVALID_MODEL = 6,
    /* The model can't promise the error rate. */
    MAXPOOL_NOT_PROMISED = 7,
    /* There isn't enough memory. */
    MAXPOOL_OUT_OF_MEMORY = 8,
    /* Something else failed, such as a logit that overflows. */
    MAXPOOL_FAILED = 9
};

/* The most probable label of a text. */
typedef struct maxpool_prediction
{
    /* The number of the label; of equally probable ones, the first. */
    int32_t label;
    /* The number of words in the text. */
    int32_t word_count;
    /* The number of words that the model knows. If it is 0, the prediction says nothing about the text. */
    int32_t known_word_count;
    /* Always 0. */
    int32_t reserved;
    /* The probability of the label, from 0 to 1. */
    double probability;
    /* How much the text resembles the training texts, from 0 to 1; about 5 % of such texts are below 0.05.
       Not a number if the model has no statistics of its training texts. */
    double familiarity;
} maxpool_prediction;

/* The version of the library, such as "1.0.0". The text stays valid. */
MAXPOOL_API const char *maxpool_version(void);

/* The message of the last error on the calling thread; empty if there was none. A function that succeeds leaves it as it is.
   The text stays valid until the next error on this thread. */
MAXPOOL_API const char *maxpool_last_error(void);

/* Loads a model from a file. Safe with untrusted files. On an error, *model is 0.
   path: UTF-8, with a zero byte at its end. */
MAXPOOL_API int32_t maxpool_load(const char *path, maxpool_model *model);

/* Loads a model from the content of a file. The bytes aren't needed afterwards. On an error, *model is 0. */
MAXPOOL_API int32_t maxpool_load_bytes(const void *bytes, int64_t length, maxpool_model *model);

/* Frees a model. 0 is ignored. */
MAXPOOL_API int32_t maxpool_free(maxpool_model model);

/* Gets the number of labels. */
MAXPOOL_API int32_t maxpool_label_count(maxpool_model model, int32_t *count);

/* Gets the name of a label. */
MAXPOOL_API int32_t maxpool_label(maxpool_model model, int32_t label, char *buffer, int64_t size, int64_t *length);

/* Gets whether labels exclude each other. *multi_label is 0 if each text has exactly one label, so that the probabilities sum to 1;
   it is 1 if a text can have several labels or none, each with a probability of its own. */
MAXPOOL_API int32_t maxpool_is_multi_label(maxpool_model model, int32_t *multi_label);

/* Predicts the most probable label of a text. */
MAXPOOL_API int32_t maxpool_predict(maxpool_model model, const char *text, int64_t length, maxpool_prediction *prediction);

/* Predicts the most probable label of each of count texts, on several threads.
   texts, lengths: a pointer and a length in bytes for each text.
   threads: the maximum number of threads; 0 for one per processor. It never changes a prediction.
   predictions: room for count predictions. */
MAXPOOL_API int32_t maxpool_predict_many(
    maxpool_model model, const char *const *texts, const int64_t *lengths, int32_t count, int32_t threads,
    maxpool_prediction *predictions);

/* Computes the probability of every label for a text.
   probabilities: room for at least as many numbers as there are labels; capacity says for how many. */
MAXPOOL_API int32_t maxpool_score(
    maxpool_model model, const char *text, int64_t length, double *probabilities, int32_t capacity);

/* The three functions below write labels and their probabilities, the most probable first, and their number to *found.
   If there are more than capacity, they return MAXPOOL_BUFFER_TOO_SMALL and set *found to the capacity that is needed; the number of
   labels is always enough. */

/* Finds the most probable labels of a text: capacity of them, or all if there are fewer. capacity: at least 1. */
MAXPOOL_API int32_t maxpool_top(
    maxpool_model model, const char *text, int64_t length, int32_t *labels, double *probabilities, int32_t capacity, int32_t *found);

/* Finds the labels of a text whose probability is at least threshold, possibly none. threshold: from 0 to 1; 0.5 is usual for
   models of several labels per text. */
MAXPOOL_API int32_t maxpool_above(
    maxpool_model model, const char *text, int64_t length, double threshold, int32_t *labels, double *probabilities,
    int32_t capacity, int32_t *found);

/* Finds the labels of a text that can be accepted: of all that are, at most the fraction max_error is wrong, with 95 % confidence, for
   texts like the training texts. With one label per text, this is the most probable label or none. A model has such promises if it was
   trained with them (maxpool train --acceptance); otherwise, and where no threshold can promise the rate, the result is
   MAXPOOL_NOT_PROMISED.
   max_error: 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15 or 0.2. */
MAXPOOL_API int32_t maxpool_accept(
    maxpool_model model, const char *text, int64_t length, double max_error, int32_t *labels, double *probabilities,
    int32_t capacity, int32_t *found);

/* Explains a label of a text as a JSON object: label, probability, logit, bias, paddingContribution, text, words and windows. Bias,
   paddingContribution and the contributions of the words sum to the logit. start and length count UTF-16 units.
   label: the number of a label, or -1 for the most probable one. */
MAXPOOL_API int32_t maxpool_explain(
    maxpool_model model, const char *text, int64_t text_length, int32_t label, char *buffer, int64_t size, int64_t *length);

#ifdef __cplusplus
}
#endif

#endif
