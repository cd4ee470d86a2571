using FluentProfiles;
using Library;

var query = ProfileQuery.FromItems([new() { Id = "uprof_1", Name = "A" }, new() { Id = "uprof_22", Name = "B" }]);
var names = await query.AsAsyncEnumerable().GroupBy(p => p.Name).CountAsync();
var evens = await Numbers.EvensAsync(query.Select(p => p.Id.Length).AsAsyncEnumerable());
Console.WriteLine($"{names} names, evens {evens}");
