using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;

namespace Governance.Api.Http.OpenApi;

/// <summary>Describes what an endpoint can answer: its headers, and every refusal that its parameters and its method bring with them.</summary>
internal static class OperationAnswers
{
    public static void Describe(OpenApiOperation operation, IList<object> metadata, bool isRead, bool isOfHistory, OpenApiDocument document)
    {
        operation.Responses ??= [];
        if (isRead && isOfHistory) DescribeRead(operation.Responses);
        ShowExamples(operation.Responses, metadata);
        foreach (var refusals in Refusals(metadata, isRead, isOfHistory, operation).GroupBy(type => type.Status))
            operation.Responses[$"{refusals.Key}"] = ProblemSchema.Response([.. refusals.Distinct()], document);
    }

    private static IEnumerable<ProblemType> Refusals(IList<object> metadata, bool isRead, bool isOfHistory, OpenApiOperation operation)
    {
        var takesBody = metadata.OfType<BodyMetadata>().Any();
        if (takesBody || operation.Parameters?.Any(parameter => parameter.In != ParameterLocation.Path) == true) yield return ProblemType.Malformed;
        yield return ProblemType.Unauthenticated;
        if (metadata.OfType<IAuthorizeData>().Any()) yield return ProblemType.Forbidden;
        if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true) yield return ProblemType.NotFound;
        if (isRead && isOfHistory) yield return ProblemType.NotAcceptable;
        if (takesBody) foreach (var type in new[] { ProblemType.TooLarge, ProblemType.UnsupportedMediaType }) yield return type;
        if (takesBody && isOfHistory) foreach (var type in new[] { ProblemType.Conflict, ProblemType.RuleViolated }) yield return type;
        foreach (var header in metadata.OfType<HeaderMetadata>()) yield return header.Name == RepeatKey.Header ? ProblemType.IdempotencyKeyReused : ProblemType.StalePosition;
        foreach (var type in metadata.OfType<RefusalMetadata>().SelectMany(own => own.Types)) yield return type;
        foreach (var type in new[] { ProblemType.TooManyRequests, ProblemType.InternalError, ProblemType.NotReady }) yield return type;
    }

    private static void ShowExamples(OpenApiResponses responses, IList<object> metadata)
    {
        foreach (var answer in metadata.OfType<IProducesResponseTypeMetadata>())
            if (answer.Type is { } type && Examples.Of(type) is { } examples && responses[$"{answer.StatusCode}"].Content is { } content && content.TryGetValue("application/json", out var json))
                json.Examples = examples;
    }

    private static void DescribeRead(OpenApiResponses responses)
    {
        foreach (var response in responses.Where(response => response.Key.StartsWith('2')).Select(response => response.Value).OfType<OpenApiResponse>())
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
            response.Headers["ETag"] = Header("Known by this tag; give it as If-None-Match.");
            response.Headers[Answer.PositionHeader] = Header("The cluster's position that the answer knows of.");
            response.Headers["Cache-Control"] = Header("At most 60 seconds, and never past midnight where the cluster is.");
        }

        responses["304"] = new OpenApiResponse { Description = "You have it already." };
    }

    private static OpenApiHeader Header(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
