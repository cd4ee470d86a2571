using FluentProfiles.Emulator.Data;

namespace FluentProfiles.Emulator.Controls;

/// <summary>The value that the label of a profile's buckets must have: always the same for one id.</summary>
internal static class BucketLabel
{
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    public static string Of(string profileId)
    {
        var dice = new Dice(profileId.Aggregate(0ul, (hash, character) => Dice.Mix(hash + character)));
        return string.Concat(Enumerable.Range(0, 6).Select(_ => Alphabet[dice.Below(Alphabet.Length)]));
    }
}
