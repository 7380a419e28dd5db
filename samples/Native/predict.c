/*
 * Predicts the label of each line of standard input with a model file of MaxPoolConvNet:
 *
 *     predict MODEL < texts
 *     predict MODEL --time ROUNDS < texts
 *
 * prints label, probability and text, separated by tabs; with --time, only the median time per text of that many rounds.
 */
#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "maxpool.h"

typedef struct
{
    char *bytes;
    int64_t length;
} line;

static void check(int32_t status)
{
    if (status == MAXPOOL_OK) return;
    fprintf(stderr, "error: %s\n", maxpool_last_error());
    exit(2);
}

static void *grow(void *memory, size_t size)
{
    void *grown = realloc(memory, size);
    if (grown == NULL)
    {
        fprintf(stderr, "error: out of memory\n");
        exit(2);
    }
    return grown;
}

/* Returns whether there was another line; its end isn't part of it. */
static int read_line(line *text, size_t *size)
{
    ssize_t read = getline(&text->bytes, size, stdin);
    if (read < 0) return 0;
    if (read > 0 && text->bytes[read - 1] == '\n') read--;
    if (read > 0 && text->bytes[read - 1] == '\r') read--;
    text->length = read;
    return 1;
}

static char **read_labels(maxpool_model model)
{
    int32_t count;
    check(maxpool_label_count(model, &count));
    char **labels = grow(NULL, (size_t)count * sizeof *labels);
    for (int32_t label = 0; label < count; label++)
    {
        int64_t length;
        maxpool_label(model, label, NULL, 0, &length);
        labels[label] = grow(NULL, (size_t)length + 1);
        check(maxpool_label(model, label, labels[label], length + 1, &length));
    }
    return labels;
}

static void predict_lines(maxpool_model model)
{
    char **labels = read_labels(model);
    line text = {NULL, 0};
    size_t size = 0;
    while (read_line(&text, &size))
    {
        maxpool_prediction prediction;
        check(maxpool_predict(model, text.bytes, text.length, &prediction));
        printf("%s\t%.4f\t", labels[prediction.label], prediction.probability);
        fwrite(text.bytes, 1, (size_t)text.length, stdout);
        putchar('\n');
    }
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static int compare(const void *left, const void *right)
{
    double difference = *(const double *)left - *(const double *)right;
    return (difference > 0) - (difference < 0);
}

static void time_lines(maxpool_model model, int rounds)
{
    line *texts = NULL;
    size_t count = 0;
    for (;; count++)
    {
        size_t size = 0;
        texts = grow(texts, (count + 1) * sizeof *texts);
        texts[count].bytes = NULL;
        if (!read_line(&texts[count], &size)) break;
    }

    double *taken = grow(NULL, (size_t)rounds * sizeof *taken);
    for (int round = 0; round < rounds; round++)
    {
        double begin = seconds();
        for (size_t at = 0; at < count; at++)
        {
            maxpool_prediction prediction;
            check(maxpool_predict(model, texts[at].bytes, texts[at].length, &prediction));
        }
        taken[round] = seconds() - begin;
    }

    qsort(taken, (size_t)rounds, sizeof *taken, compare);
    printf("%.3f microseconds per text\n", 1e6 * taken[rounds / 2] / (double)(count > 0 ? count : 1));
}

int main(int argc, char **argv)
{
    int rounds = argc == 4 && strcmp(argv[2], "--time") == 0 ? atoi(argv[3]) : 0;
    if (argc != 2 && rounds < 1)
    {
        fprintf(stderr, "usage: %s MODEL [--time ROUNDS] < texts\n", argv[0]);
        return 2;
    }

    maxpool_model model;
    check(maxpool_load(argv[1], &model));
    if (rounds > 0)
        time_lines(model, rounds);
    else
        predict_lines(model);
    check(maxpool_free(model));
    return 0;
}
