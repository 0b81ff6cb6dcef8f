using Governance.Api.Features.Webhooks;
using Governance.Api.Http.Binding;
using Governance.Api.Http.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Governance.Api.Http.OpenApi;

/// <summary>The description of the API at <c>/openapi/v1.json</c>, written from the endpoints and the types they take, and the page at <c>/api/docs</c> that shows it.</summary>
public static class OpenApiSetup
{
    private const string Address = "/openapi/v1.json";
    private const string PagePath = "api/docs";
    private const string KeyScheme = "key";
    private const string SessionScheme = "session";

    public static void AddApiDescription(this IServiceCollection services) => services.AddSingleton<KeptDescription>().AddOpenApi(KeptDescription.Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddSchemaTransformer(AnswerSchemas.Describe);
        options.AddOperationTransformer(DescribeOperationAsync);
        options.AddDocumentTransformer(DescribeDocumentAsync);
        options.AddDocumentTransformer(WebhookDescription.DescribeAsync);
    });

    /// <summary>The page that shows the description; its parts come from here, not from elsewhere.</summary>
    public static void UseApiPage(this IApplicationBuilder app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/" + PagePath, StringComparison.OrdinalIgnoreCase), page =>
        {
            page.Use((context, next) =>
            {
                context.Response.Headers.ContentSecurityPolicy =
                    "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; frame-ancestors 'none'";
                return next(context);
            });
            page.UseSwaggerUI(options =>
            {
                options.RoutePrefix = PagePath;
                options.DocumentTitle = "Governance API";
                options.SwaggerEndpoint(Address, "v1");
            });
        });
    }

    public static void MapApiDescription(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/openapi/{documentName}.json", KeptDescription.HandleAsync).ExcludeFromDescription();

    private static Task DescribeOperationAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var document = context.Document!;
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var isRead = HttpMethods.IsGet(context.Description.HttpMethod ?? "");
        var isOfHistory = context.Description.RelativePath?.Contains("{cluster}", StringComparison.Ordinal) == true && !metadata.OfType<UnkeptMetadata>().Any();
        OperationParts.Describe(operation, metadata, new SchemaBook(document));
        OperationAnswers.Describe(operation, metadata, isRead, isOfHistory, document);
        var withKey = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] };
        var signedIn = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SessionScheme, document)] = [] };
        operation.Security = metadata.OfType<IAuthorizeData>().Any() ? [withKey, signedIn] : [[], withKey, signedIn];
        return Task.CompletedTask;
    }

    private static async Task DescribeDocumentAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Governance",
            Version = "v1",
            Description = "Records what a cluster decides about its own organisation, and shows the organisation on any date, as known at any moment.",
        };
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.AsEnumerable() ?? [])) Formats.Describe(operation);
        document.Servers = [new OpenApiServer { Url = "/", Description = "This server." }];
        var violation = await context.GetOrCreateSchemaAsync(typeof(ViolationView), cancellationToken: ct);
        document.AddComponent<IOpenApiSchema>(nameof(Problem), ProblemSchema.Describe(new OpenApiSchema { Type = JsonSchemaType.Array, Items = violation }));
        document.AddComponent<IOpenApiSecurityScheme>(KeyScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A key from /api/keys, with the role that the endpoint takes.",
        });
        document.AddComponent<IOpenApiSecurityScheme>(SessionScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = "__Host-governance",
            Description = "A person's sign-in. What changes anything must then come from this service's own pages, as Sec-Fetch-Site or Origin says.",
        });
    }
}
