using System.Collections.Concurrent;

namespace MaxPoolConvNet.Native;

/// <summary>
/// The loaded models by their handles. A handle is a number that is never used again, so that a freed one is found out; the first is
/// random and large, so that numbers from elsewhere are none. Thread-safe.
/// </summary>
internal static class HandleTable
{
    private static readonly ConcurrentDictionary<long, LoadedModel> _models = new();

    private static long _last = Random.Shared.NextInt64(1L << 40, 1L << 62);

    /// <summary>Adds a model.</summary>
    /// <returns>Its handle.</returns>
    public static long Add(LoadedModel model)
    {
        long handle = Interlocked.Increment(ref _last);
        _models[handle] = model;
        return handle;
    }

    /// <summary>The model of a handle. It stays in memory while it is used, also if it is removed meanwhile.</summary>
    /// <exception cref="StatusException">The handle doesn't belong to a loaded model.</exception>
    public static LoadedModel Get(long handle) => _models.TryGetValue(handle, out LoadedModel? model) ? model : throw Unknown(handle);

    /// <summary>Removes a model.</summary>
    /// <exception cref="StatusException">The handle doesn't belong to a loaded model.</exception>
    public static void Remove(long handle)
    {
        if (!_models.TryRemove(handle, out _)) throw Unknown(handle);
    }

    private static StatusException Unknown(long handle) => new(
        Status.InvalidHandle,
        handle == 0 ? "the model is 0, which is no handle: maxpool_load returned an error, or wasn't called"
        : $"the handle {handle} doesn't belong to a loaded model: it was freed, or maxpool_load never returned it");
}
