using System.Numerics;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Text;

/// <summary>Looks up the ids of words.</summary>
/// <remarks>
/// Lookups take a good part of the time of a prediction, mostly waiting for memory. A lookup here reads one cache line of the table and one
/// of characters; a dictionary of strings reads three.
/// The command <c>word-lookup</c> of <c>tests/MaxPoolConvNet.Benchmarks</c> times it in turn with a dictionary and a frozen one that are
/// asked by span; <c>performance.md</c> there has the figures.
/// </remarks>
internal sealed class WordIndex
{
    // random bits of the system: words made to collide in one process don't collide in the next; no cryptography library is needed
    private static readonly ulong _seed = MemoryMarshal.Read<ulong>(Guid.NewGuid().ToByteArray());

    private readonly Slot[] _slots;
    private char[] _chars;
    private int _charCount;

    /// <param name="words">The maximum number of words.</param>
    public WordIndex(int words)
    {
        // at most half of the slots are taken, so that hardly any word is searched for in more than two
        _slots = new Slot[BitOperations.RoundUpToPowerOf2(2 * (uint)Math.Max(words, 1))];
        _chars = new char[8 * Math.Max(words, 1)];
    }

    /// <summary>Adds a word unless it is present.</summary>
    public bool TryAdd(string word, int id)
    {
        uint hash = Hash(word);
        uint place = Find(word, hash);
        if (_slots[place].Length > 0) return false;
        int needed = checked(_charCount + word.Length);
        if (_chars.Length < needed) Array.Resize(ref _chars, (int)Math.Min(Math.Max(needed, 2L * _chars.Length), Array.MaxLength));
        word.CopyTo(_chars.AsSpan(_charCount));
        _slots[place] = new Slot(hash, id, _charCount, word.Length);
        _charCount = needed;
        return true;
    }

    /// <summary>Returns the id of a word; −1 if it isn't present.</summary>
    public int GetId(ReadOnlySpan<char> word)
    {
        Slot slot = _slots[Find(word, Hash(word))];
        return slot.Length > 0 ? slot.Id : -1;
    }

    /// <summary>Returns the slot of a word, or the empty slot where it would be added.</summary>
    private uint Find(ReadOnlySpan<char> word, uint hash)
    {
        Slot[] slots = _slots;
        uint mask = (uint)slots.Length - 1;
        for (uint place = hash & mask; ; place = (place + 1) & mask)
        {
            Slot slot = slots[place];
            if (slot.Length == 0 || (slot.Hash == hash && word.SequenceEqual(_chars.AsSpan(slot.Start, slot.Length)))) return place;
        }
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(word);
        ulong hash = _seed ^ (ulong)bytes.Length;
        for (; bytes.Length > sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(bytes));
        ulong rest = 0;
        for (int at = 0; at < bytes.Length; at += sizeof(char))
            rest = (rest << 16) | MemoryMarshal.Read<char>(bytes[at..]);
        hash = Mix(hash ^ rest);
        return (uint)(hash ^ (hash >> 32));
    }

    private static ulong Mix(ulong bits)
    {
        ulong high = Math.BigMul(bits, 0x9E3779B97F4A7C15, out ulong low);
        return high ^ low;
    }

    /// <summary>Empty where the length is 0.</summary>
    private readonly struct Slot(uint hash, int id, int start, int length)
    {
        public uint Hash { get; } = hash;

        public int Id { get; } = id;

        public int Start { get; } = start;

        public int Length { get; } = length;
    }
}
