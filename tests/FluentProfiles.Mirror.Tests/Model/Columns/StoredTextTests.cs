using System.Text;
using CsCheck;
using FluentProfiles.Mirror.Model.Columns;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FluentProfiles.Mirror.Tests.Model.Columns;

public sealed class StoredTextTests
{
    private static readonly ValueConverter<string, string> Converter = StoredText.Converter(1020);

    private static readonly Gen<string> Texts = Gen.OneOf(
            Gen.Char['\0', '\u0002'],
            Gen.Char['0', 'z'],
            Gen.Char['\uD7FF', '\uE000']
        )
        .Array[0, 8]
        .Select(units => new string(units));

    [Fact]
    public void AText_IsReadBack() => Texts.Sample(text => Back(Stored(text)) == text);

    [Fact]
    public void WhatIsStored_HasNothingThatADatabaseRejects() =>
        Texts.Sample(text =>
            !Stored(text).Contains('\0', StringComparison.Ordinal)
            && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Stored(text))) == Stored(text)
        );

    [Fact]
    public void AnOrdinaryText_IsStoredAsItIs() => Assert.Equal("Ada Ä 😀\n", Stored("Ada Ä 😀\n"));

    [Fact]
    public void ALongText_IsCutAndStaysDistinct()
    {
        var (first, second) = (new string('x', 1021), new string('x', 1020) + "y");

        Assert.Equal(new string('x', 1020), Stored(new string('x', 1020)));
        Assert.Equal(64 + 2 + 64, Stored(first).Length);
        Assert.NotEqual(Stored(first), Stored(second));
        Assert.Equal(new string('x', 64), Back(Stored(first)));
    }

    private static string Stored(string text) => (string)Converter.ConvertToProvider(text)!;

    private static string Back(string stored) => (string)Converter.ConvertFromProvider(stored)!;
}
